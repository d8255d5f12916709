package com.nanospace.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.FieldError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.json.CleanText;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.io.CharConversionException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a thrown thing means to the client, by the first known link of its chain of causes.
 */
@ApplicationScoped
public class Failures {

  private static final Duration DEPENDENCY_BREAK = Duration.ofSeconds(5);
  private static final Set<String> DISK_FULL =
      Set.of("No space left on device", "Disk quota exceeded", "File too large");
  private static final int MAX_CAUSES = 20;

  private final Instance<ConstraintRefusals> constraints;

  Failures(Instance<ConstraintRefusals> constraints) {
    this.constraints = constraints;
  }

  /** The refusal behind {@code failure}; empty when it is a defect of ours. */
  public Optional<Refusal> refusalBehind(Throwable failure) {
    return causes(failure).flatMap(cause -> meaning(cause).stream()).findFirst();
  }

  /** Whether {@code failure} says that the database can't be reached or takes no more work now. */
  public static boolean isDatabaseAway(Throwable failure) {
    return causes(failure).anyMatch(Failures::tellsOfDatabaseAway);
  }

  private Optional<Refusal> meaning(Throwable cause) {
    return Optional.ofNullable(
        switch (cause) {
          case Refusal refusal -> refusal;
          case ConstraintViolationException invalid -> invalid(invalid);
          case JsonProcessingException json -> unreadable(json);
          case CharConversionException garbled -> notJson();
          case OptimisticLockException stale -> stale();
          case StaleStateException stale -> stale();
          case org.hibernate.exception.ConstraintViolationException broken -> broken(broken);
          case Exception away when tellsOfDatabaseAway(away) ->
              new Refusal(CommonError.UNAVAILABLE, "The database is away, try again shortly")
                  .retryAfter(DEPENDENCY_BREAK);
          case IOException io when isDiskFull(io) ->
              new Refusal(CommonError.UNAVAILABLE, "There is no room left here, try again later")
                  .retryAfter(DEPENDENCY_BREAK);
          case UnauthorizedException missing ->
              new Refusal(CommonError.AUTH_REQUIRED, "Sign in to do this");
          case AuthenticationFailedException failed ->
              new Refusal(CommonError.AUTH_REQUIRED, "The access token is not valid");
          case ForbiddenException forbidden ->
              new Refusal(CommonError.AUTH_FORBIDDEN, "Your account may not do this");
          case WebApplicationException http
              when http.getCause() instanceof JsonProcessingException ->
              null;
          case WebApplicationException http -> http(http);
          default -> null;
        });
  }

  private static Refusal stale() {
    return new Refusal(
        CommonError.STALE, "Somebody else changed this at the same time, read it again");
  }

  private @Nullable Refusal broken(org.hibernate.exception.ConstraintViolationException broken) {
    @Nullable String name = broken.getConstraintName();
    return name == null
        ? null
        : constraints.stream()
            .flatMap(known -> known.refusalFor(name).stream())
            .findFirst()
            .orElse(null);
  }

  private static Refusal invalid(ConstraintViolationException invalid) {
    List<FieldError> errors =
        invalid.getConstraintViolations().stream()
            .map(violation -> new FieldError(fieldOf(violation), violation.getMessage()))
            .distinct()
            .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
            .toList();
    return Refusal.invalid(errors);
  }

  /** The path without the method and the name of the parameter that carries the body. */
  private static String fieldOf(ConstraintViolation<?> violation) {
    StringBuilder field = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.isInIterable() && node.getIndex() != null) {
        field.append('[').append(node.getIndex()).append(']');
      }
      boolean ofTheBody =
          node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT;
      if (ofTheBody && node.getName() != null && !node.getName().startsWith("<")) {
        field.append(field.isEmpty() ? "" : ".").append(snakeCase(node.getName()));
      }
    }
    return field.isEmpty() ? "body" : field.toString();
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static Refusal unreadable(JsonProcessingException json) {
    if (json instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return Refusal.invalid(fieldOf(mapping.getPath()), messageFor(mapping));
    }
    return json instanceof StreamReadException
        ? notJson()
        : new Refusal(CommonError.MALFORMED, "The body must be a JSON object");
  }

  private static Refusal notJson() {
    return new Refusal(CommonError.MALFORMED, "The body is not well-formed JSON");
  }

  private static String messageFor(JsonMappingException mapping) {
    if (mapping.getOriginalMessage() != null
        && mapping.getOriginalMessage().contains(CleanText.MESSAGE)) {
      return CleanText.MESSAGE;
    }
    if (mapping instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "must be " + expected(mismatch.getTargetType());
    }
    return mapping.getCause() instanceof StreamReadException
        ? "is not well-formed JSON"
        : "has a value of the wrong kind";
  }

  private static String expected(Class<?> type) {
    if (type == String.class) {
      return "a string";
    }
    if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(type) || type == double.class) {
      return "a number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == LocalDate.class) {
      return "a date such as 2026-12-01";
    }
    if (type == UUID.class) {
      return "a UUID";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return "of another kind";
  }

  private static String fieldOf(List<Reference> path) {
    StringBuilder field = new StringBuilder();
    for (Reference step : path) {
      if (step.getFieldName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return field.toString();
  }

  private static @Nullable Refusal http(WebApplicationException http) {
    return switch (http.getResponse().getStatus()) {
      case 400 -> new Refusal(CommonError.MALFORMED, "The request could not be read");
      case 401 -> new Refusal(CommonError.AUTH_REQUIRED, "Sign in to do this");
      case 403 -> new Refusal(CommonError.AUTH_FORBIDDEN, "Your account may not do this");
      case 404 -> Refusal.notFound("Resource");
      case 405 ->
          new Refusal(CommonError.METHOD_NOT_ALLOWED, "This resource does not offer that method");
      case 406 -> new Refusal(CommonError.NOT_ACCEPTABLE, "Replies are JSON");
      case 413 -> new Refusal(CommonError.TOO_LARGE, "The body is too large");
      case 415 ->
          new Refusal(CommonError.UNSUPPORTED_TYPE, "The body must be of another Content-Type");
      default -> null;
    };
  }

  private static boolean tellsOfDatabaseAway(Throwable cause) {
    return switch (cause) {
      case SQLException sql -> isDatabaseAway(sql);
      // The transaction manager keeps to itself how the connection was lost during a commit; what
      // was wrong with the data has been found out by then, and is the cause.
      case RollbackException lost -> lost.getCause() == null;
      default -> false;
    };
  }

  private static boolean isDatabaseAway(SQLException sql) {
    if (sql instanceof SQLTransientConnectionException) {
      return true;
    }
    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
    // PostgreSQL appendix A: connection exceptions, too many connections, shutdown; and what ends
    // when somebody stands still with locks, the wait for them and their transaction.
    return state.startsWith("08")
        || state.equals("53300")
        || state.startsWith("57P")
        || state.equals("55P03")
        || state.equals("25P03")
        || isPoolExhausted(sql);
  }

  /** Agroal says so by its message alone. */
  private static boolean isPoolExhausted(SQLException sql) {
    return sql.getMessage() != null
        && sql.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout");
  }

  /** Java tells ENOSPC, EDQUOT and EFBIG apart by the operating system's words alone. */
  private static boolean isDiskFull(IOException io) {
    return DISK_FULL.stream().anyMatch(words -> String.valueOf(io.getMessage()).contains(words));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
  }
}
