package com.nanospace.kit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way to say no: a stable code, a sentence for people, and what a client needs to go on.
 *
 * <p>Thrown anywhere, it ends the transaction and becomes a problem document at the edge. It
 * carries no stack trace, for a refusal is an answer and not a defect.
 */
public final class Refusal extends RuntimeException {

  private final ErrorCode code;
  private final List<FieldError> errors;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private @Nullable Duration retryAfter;

  public Refusal(ErrorCode code, String sentence) {
    this(code, sentence, List.of());
  }

  private Refusal(ErrorCode code, String sentence, List<FieldError> errors) {
    super(sentence, null, false, false);
    this.code = code;
    this.errors = List.copyOf(errors);
  }

  /** Input that breaks the rules of one field. */
  public static Refusal invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /** Input that breaks the rules of several fields; the first one makes the sentence. */
  public static Refusal invalid(List<FieldError> errors) {
    FieldError first = errors.getFirst();
    return new Refusal(
        CommonError.INVALID, "%s %s".formatted(first.field(), first.message()), errors);
  }

  /** Unknown, or not for this caller to know of. */
  public static Refusal notFound(String what) {
    return new Refusal(CommonError.NOT_FOUND, what + " not found");
  }

  /** Adds an extension member (RFC 9457 §3.2) to the problem document. */
  public Refusal with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /** Tells the client when to come back; at least one second. */
  public Refusal retryAfter(Duration duration) {
    retryAfter = duration;
    return this;
  }

  public ErrorCode code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, Object> members() {
    return Map.copyOf(members);
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
