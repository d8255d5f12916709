package com.nanospace.kit.http;

import com.nanospace.kit.Ids;
import com.nanospace.kit.observe.Spans;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What ties log lines, replies and events of one request together.
 *
 * @param requestId the caller's id when well-formed, else a new one
 * @param traceparent W3C Trace Context, version 00
 */
public record Correlation(String requestId, String traceparent) {

  static final String MDC_REQUEST_ID = "request_id";
  private static final String MDC_TRACE_ID = "trace_id";
  private static final String MDC_TRACEPARENT = "traceparent";

  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Takes over what is well-formed and makes the rest. */
  public static Correlation of(@Nullable String requestId, @Nullable String traceparent) {
    return new Correlation(
        requestId != null && REQUEST_ID.matcher(requestId).matches()
            ? requestId
            : Ids.next().toString(),
        traceparent != null && TRACEPARENT.matcher(traceparent).matches()
            ? traceparent
            : "00-%s-%s-00".formatted(randomHex(16), randomHex(8)));
  }

  /** The one that the current thread or request works for; a new one outside of any. */
  public static Correlation current() {
    return of(
        text(MDC_REQUEST_ID), Spans.currentTraceparent().orElseGet(() -> text(MDC_TRACEPARENT)));
  }

  /** Makes this the current one. */
  public void enter() {
    MDC.put(MDC_REQUEST_ID, requestId);
    MDC.put(MDC_TRACE_ID, traceparent.substring(3, 35));
    MDC.put(MDC_TRACEPARENT, traceparent);
  }

  private static @Nullable String text(String key) {
    @Nullable Object value = MDC.get(key);
    return value == null ? null : value.toString();
  }

  private static String randomHex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
