package com.nanospace.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.json.CleanText;
import com.nanospace.kit.json.DatePart;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.params.provider.ValueSource;

/** A parameter is absent, taken within its bounds, or refused; never dropped in silence. */
class QueryFuzz {

  private static final BigDecimal LIMIT = new BigDecimal("180");

  @ValueSource(
      strings = {
        "",
        " 17 ",
        "-179.999999",
        "1e-999999999",
        "0e999999999",
        "2026-12-01",
        "2026-12-01T10:00:00+05:30",
        "+999999999-12-31T00:00:00Z",
        "2026-02-30 10:00",
        "WiFi, Parking,,wifi",
        "seconds",
        "\u0000\ud800",
      })
  @FuzzTest
  void isAbsentTakenOrRefused(@NotNull String value) {
    read(value, query -> query.text("p", 20))
        .ifPresent(
            text -> {
              assertThat(text).isEqualTo(value.strip()).hasSizeBetween(1, 20);
              assertThat(CleanText.isClean(text)).isTrue();
            });
    read(value, query -> query.integer("p", -5, 100))
        .ifPresent(number -> assertThat(number).isBetween(-5, 100));
    read(value, query -> query.decimal("p", LIMIT.negate(), LIMIT))
        .ifPresent(
            number -> {
              assertThat(number).isBetween(LIMIT.negate(), LIMIT);
              assertThat(number.precision() + Math.abs((long) number.scale())).isLessThan(1_000);
            });
    read(value, query -> query.date("p"))
        .ifPresent(
            date -> {
              assertThat(date.getYear()).isBetween(1, 9_999);
              assertThat(DatePart.parse(date.toString())).isEqualTo(date);
            });
    read(value, query -> query.choice("p", TimeUnit.class, TimeUnit::name))
        .ifPresent(unit -> assertThat(unit.name()).isEqualToIgnoringCase(value.strip()));
  }

  private static <T> Optional<T> read(String value, Function<Query, Optional<T>> reader) {
    Query query = Query.of(uriWith(value));
    Optional<T> taken = reader.apply(query);
    assertThat(taken.isPresent()).isEqualTo(!value.isBlank() && !refuses(query));
    checkList(value);
    return taken;
  }

  private static void checkList(String value) {
    Query query = Query.of(uriWith(value));
    List<String> texts = query.texts("p", 3, 10);
    assertThat(texts).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates();
    assertThat(texts)
        .allMatch(text -> text.equals(text.strip()) && !text.isEmpty() && text.length() <= 10)
        .noneMatch(text -> text.contains(","));
    if (!refuses(query)) {
      assertThat(value.split(",")).allMatch(part -> part.isBlank() || texts.contains(part.strip()));
    }
  }

  private static boolean refuses(Query query) {
    try {
      query.refuseIfInvalid();
      return false;
    } catch (Refusal refused) {
      assertThat(refused.code()).isEqualTo(CommonError.INVALID);
      assertThat(refused.errors()).isNotEmpty().allMatch(error -> error.field().equals("p"));
      return true;
    }
  }

  /** An address of which just the parameters matter. */
  private static UriInfo uriWith(String value) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    parameters.add("p", value);
    return (UriInfo)
        Proxy.newProxyInstance(
            UriInfo.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (uri, method, arguments) -> parameters);
  }
}
