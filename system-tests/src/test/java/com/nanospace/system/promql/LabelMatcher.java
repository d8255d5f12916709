package com.nanospace.system.promql;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A condition on one label.
 *
 * @param operator one of =, !=, =~, !~
 */
public record LabelMatcher(String label, String operator, String value) {

  /** Whether Grafana puts the value in; then any may come. */
  boolean isVariable() {
    return value.contains("$");
  }

  /** Whether a series with these labels passes. A label that is not there counts as empty. */
  boolean accepts(Map<String, String> labels) {
    String actual = labels.getOrDefault(label, "");
    return switch (operator) {
      case "=" -> actual.equals(value);
      case "!=" -> !actual.equals(value);
      case "=~" -> Pattern.matches(value, actual);
      case "!~" -> !Pattern.matches(value, actual);
      default -> throw new IllegalStateException("no such operator: " + operator);
    };
  }

  @Override
  public String toString() {
    return label + operator + '"' + value + '"';
  }
}
