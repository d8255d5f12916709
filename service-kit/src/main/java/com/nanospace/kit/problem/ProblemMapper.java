package com.nanospace.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.ErrorKind;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.Correlation;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a refusal becomes an HTTP reply. */
class ProblemMapper {

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  private final Failures failures;
  private final MeterRegistry registry;

  ProblemMapper(Failures failures, MeterRegistry registry) {
    this.failures = failures;
    this.registry = registry;
  }

  // The framework maps the types named here itself, unless they are named here.
  @ServerExceptionMapper({
    Throwable.class,
    WebApplicationException.class,
    NotFoundException.class,
    JsonProcessingException.class,
    MismatchedInputException.class,
    ValidationException.class,
    ConstraintViolationException.class,
    AuthenticationFailedException.class,
    AuthenticationRedirectException.class,
    UnauthorizedException.class,
    ForbiddenException.class
  })
  public Response toReply(Throwable failure, UriInfo uri) {
    Refusal refusal =
        failures
            .refusalBehind(failure)
            .orElseGet(
                () -> {
                  LOG.error("A request failed unexpectedly", failure);
                  return new Refusal(CommonError.INTERNAL, "Something went wrong on our side");
                });
    registry.counter("nanospace.refusals", "code", refusal.code().code()).increment();
    return reply(refusal, uri.getPath());
  }

  private static Response reply(Refusal refusal, String path) {
    StatusType status = statusOf(refusal.code().kind());
    Response.ResponseBuilder reply =
        Response.status(status)
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(
                new Problem(
                    Problem.TYPE_PREFIX + refusal.code().code(),
                    status.getReasonPhrase(),
                    status.getStatusCode(),
                    String.valueOf(refusal.getMessage()),
                    path,
                    String.valueOf(refusal.getMessage()),
                    refusal.code().code(),
                    Correlation.current().requestId(),
                    refusal.errors(),
                    refusal.members()));
    if (status == Status.UNAUTHORIZED) {
      reply.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    refusal
        .retryAfter()
        .map(ProblemMapper::wholeSeconds)
        .ifPresent(seconds -> reply.header(HttpHeaders.RETRY_AFTER, seconds));
    return reply.build();
  }

  private static long wholeSeconds(Duration duration) {
    return Math.max(1, duration.plusMillis(999).toSeconds());
  }

  private static StatusType statusOf(ErrorKind kind) {
    return switch (kind) {
      case INVALID -> Status.BAD_REQUEST;
      case UNAUTHENTICATED -> Status.UNAUTHORIZED;
      case FORBIDDEN -> Status.FORBIDDEN;
      case UNKNOWN -> Status.NOT_FOUND;
      case WRONG_METHOD -> Status.METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> Status.NOT_ACCEPTABLE;
      case CONFLICT -> Status.CONFLICT;
      case TOO_LARGE -> Status.REQUEST_ENTITY_TOO_LARGE;
      case WRONG_TYPE -> Status.UNSUPPORTED_MEDIA_TYPE;
      case MISMATCH -> UnprocessableContent.STATUS;
      case TOO_MANY -> Status.TOO_MANY_REQUESTS;
      case UNAVAILABLE -> Status.SERVICE_UNAVAILABLE;
      case INTERNAL -> Status.INTERNAL_SERVER_ERROR;
    };
  }
}
