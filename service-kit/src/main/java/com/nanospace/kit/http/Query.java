package com.nanospace.kit.http;

import com.nanospace.kit.FieldError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.json.CleanText;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads query parameters and gathers what is wrong with them, so that one reply names it all.
 *
 * <p>An empty value counts as absent, as forms send it; of a repeated parameter the first counts
 * (but see {@link #texts}). Call {@link #refuseIfInvalid()} when everything is read.
 */
public final class Query {

  private static final int MAX_TYPED_LENGTH = 100;

  private final MultivaluedMap<String, String> parameters;
  private final List<FieldError> errors = new ArrayList<>();

  private Query(MultivaluedMap<String, String> parameters) {
    this.parameters = parameters;
  }

  public static Query of(UriInfo uri) {
    return new Query(uri.getQueryParameters());
  }

  /** {@code page} and {@code per_page} of a list without further parameters. */
  public static PageRequest pageOf(UriInfo uri) {
    Query query = of(uri);
    PageRequest page = query.page();
    query.refuseIfInvalid();
    return page;
  }

  /** {@code page} from 1, {@code per_page} from 1 to 100 and 20 by default. */
  public PageRequest page() {
    return new PageRequest(
        integer("page", 1, PageRequest.MAX_PAGE).orElse(1),
        integer("per_page", 1, PageRequest.MAX_PER_PAGE).orElse(PageRequest.DEFAULT_PER_PAGE));
  }

  /** A trimmed text of at most {@code maxLength} characters. */
  public Optional<String> text(String name, int maxLength) {
    return Optional.ofNullable(parameters.getFirst(name))
        .flatMap(raw -> clean(name, raw, maxLength));
  }

  /** Values that are repeated or separated by commas, at most {@code maxCount} of them. */
  public List<String> texts(String name, int maxCount, int maxLength) {
    List<String> values =
        parameters.getOrDefault(name, List.of()).stream()
            .flatMap(raw -> Arrays.stream(raw.split(",")))
            .flatMap(raw -> clean(name, raw, maxLength).stream())
            .distinct()
            .toList();
    if (values.size() > maxCount) {
      reject(name, "must have at most %d values".formatted(maxCount));
      return List.of();
    }
    return values;
  }

  public Optional<Integer> integer(String name, int min, int max) {
    return parse(name, "must be a whole number", Integer::valueOf)
        .filter(
            value -> {
              boolean inRange = min <= value && value <= max;
              return inRange || reject(name, "must be between %d and %d".formatted(min, max));
            });
  }

  public Optional<BigDecimal> decimal(String name, BigDecimal min, BigDecimal max) {
    return parse(name, "must be a number", Query::plainNumber)
        .filter(
            value -> {
              boolean inRange = min.compareTo(value) <= 0 && value.compareTo(max) <= 0;
              return inRange
                  || reject(
                      name,
                      "must be between %s and %s"
                          .formatted(min.toPlainString(), max.toPlainString()));
            });
  }

  /** A plain date; of a date-time the date part counts. */
  public Optional<LocalDate> date(String name) {
    return parse(name, "must be a date such as 2026-12-01", com.nanospace.kit.json.DatePart::parse);
  }

  /** One of the given words, compared without case. */
  public <E extends Enum<E>> Optional<E> choice(
      String name, Class<E> type, Function<E, String> wireName) {
    Optional<String> text = text(name, 100);
    Optional<E> choice =
        text.flatMap(
            word ->
                Arrays.stream(type.getEnumConstants())
                    .filter(constant -> wireName.apply(constant).equalsIgnoreCase(word))
                    .findFirst());
    if (text.isPresent() && choice.isEmpty()) {
      String words =
          Arrays.stream(type.getEnumConstants()).map(wireName).collect(Collectors.joining(", "));
      reject(name, "must be one of " + words);
    }
    return choice;
  }

  /** Notes what is wrong with a parameter; always {@code false}, to end a condition with. */
  public boolean reject(String name, String message) {
    errors.add(new FieldError(name, message));
    return false;
  }

  /**
   * To be called when all parameters are read.
   *
   * @throws Refusal {@code request.invalid} that names every wrong parameter
   */
  public void refuseIfInvalid() {
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
  }

  private Optional<String> clean(String name, String raw, int maxLength) {
    String text = raw.strip();
    if (!CleanText.isClean(text)) {
      reject(name, CleanText.MESSAGE);
      return Optional.empty();
    }
    if (text.length() > maxLength) {
      reject(name, "must have at most %d characters".formatted(maxLength));
      return Optional.empty();
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private <T> Optional<T> parse(String name, String message, Function<String, T> parser) {
    return text(name, MAX_TYPED_LENGTH)
        .flatMap(
            text -> {
              try {
                return Optional.of(parser.apply(text));
              } catch (NumberFormatException | DateTimeParseException e) {
                reject(name, message);
                return Optional.empty();
              }
            });
  }

  /** An exponent may not stand for more digits than could be typed: no database has room for it. */
  private static BigDecimal plainNumber(String text) {
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > MAX_TYPED_LENGTH) {
      throw new NumberFormatException("Too large an exponent");
    }
    return number;
  }
}
