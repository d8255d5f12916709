package com.nanospace.local.broker;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How to reach a cluster, read from the variables that the services take too. */
final class ClientSettings {
  private static final String PREFIX = "KAFKA_";
  private static final List<String> GROUPS = List.of("SECURITY_", "SASL_", "SSL_");

  private ClientSettings() {}

  /** {@code KAFKA_SASL_JAAS_CONFIG} becomes {@code sasl.jaas.config}. */
  static Map<String, Object> of(String bootstrap, Map<String, String> environment) {
    Map<String, Object> settings = new TreeMap<>(Map.of("bootstrap.servers", bootstrap));
    environment.forEach(
        (variable, value) -> {
          String name = variable.startsWith(PREFIX) ? variable.substring(PREFIX.length()) : "";
          if (GROUPS.stream().anyMatch(name::startsWith)) {
            settings.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    return settings;
  }
}
