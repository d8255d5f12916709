package com.nanospace.kit.production;

import java.util.Optional;
import java.util.Set;

/**
 * What one configuration key must be like in production.
 *
 * @param required whether it must be given at all
 * @param refused values that are known to everybody, or only right on one machine; one that ends
 *     with an asterisk stands for all that begin so
 */
public record ProductionRule(String key, boolean required, Set<String> refused) {

  /** Must be given, as any value but these. */
  public static ProductionRule required(String key, String... refused) {
    return new ProductionRule(key, true, Set.of(refused));
  }

  /** May be missing, but must not be one of these. */
  public static ProductionRule refused(String key, String... refused) {
    return new ProductionRule(key, false, Set.of(refused));
  }

  /** What is wrong with the value, naming the key and never the value; empty when it will do. */
  Optional<String> violation(Optional<String> value) {
    Optional<String> given = value.filter(text -> !text.isBlank());
    if (given.isEmpty()) {
      return required ? Optional.of(key + " is missing") : Optional.empty();
    }
    return refused.stream().anyMatch(pattern -> matches(pattern, given.get()))
        ? Optional.of(key + " has a development value")
        : Optional.empty();
  }

  private static boolean matches(String pattern, String value) {
    return pattern.endsWith("*")
        ? value.startsWith(pattern.substring(0, pattern.length() - 1))
        : value.equals(pattern);
  }
}
