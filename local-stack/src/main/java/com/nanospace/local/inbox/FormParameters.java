package com.nanospace.local.inbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of a query string or a form body; of a repeated name, the first counts. */
final class FormParameters {
  private final Map<String, String> values = new HashMap<>();

  private FormParameters() {}

  /**
   * Reads {@code a=1&b=2}.
   *
   * @throws IllegalArgumentException when a percent sign is not followed by two hexadecimal digits
   */
  static FormParameters parse(@Nullable String encoded) {
    FormParameters parameters = new FormParameters();
    if (encoded != null) {
      for (String pair : encoded.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        if (!parts[0].isEmpty()) {
          parameters.values.putIfAbsent(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
        }
      }
    }
    return parameters;
  }

  @Nullable String get(String name) {
    return values.get(name);
  }

  String getOrEmpty(String name) {
    return values.getOrDefault(name, "");
  }

  private static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
