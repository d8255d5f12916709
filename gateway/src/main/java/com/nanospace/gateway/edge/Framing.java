package com.nanospace.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a body ends must not be a matter of opinion (RFC 9112 §6.3). The HTTP codec refuses most
 * conflicts, a length beside chunks too; this refuses what the codec lets pass.
 */
public final class Framing {

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private Framing() {}

  public static void check(HttpServerRequest request) {
    MultiMap headers = request.headers();
    List<String> encodings = headers.getAll("transfer-encoding");
    List<String> lengths = headers.getAll("content-length");
    if (encodings.size() > 1 || (!encodings.isEmpty() && !isChunked(encodings.getFirst()))) {
      throw Refusal.malformed("The only transfer coding that is understood is chunked.");
    }
    if (lengths.size() > 1 || (!lengths.isEmpty() && !isLength(lengths.getFirst()))) {
      throw Refusal.malformed("The Content-Length must be one number.");
    }
    if (headers.contains("")) {
      throw Refusal.malformed("A header has no name.");
    }
  }

  /** The length that the request declares, or -1 when it is chunked. */
  public static long declaredLength(HttpServerRequest request) {
    if (request.headers().contains("transfer-encoding")) {
      return -1;
    }
    String length = request.getHeader("content-length");
    return length == null ? 0 : Long.parseLong(length);
  }

  /** In this very spelling, for others may be read as something else further on. */
  private static boolean isChunked(String encoding) {
    return encoding.equals("chunked");
  }

  private static boolean isLength(String length) {
    return LENGTH.matcher(length).matches();
  }
}
