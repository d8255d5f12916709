package com.nanospace.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.nanospace.system.promql.Query;
import com.nanospace.system.promql.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of {@code alerts.yml}. */
record Alerts(List<Rule> rules) {

  /** An alert, or a series that is recorded. */
  record Rule(JsonNode json) {

    Optional<String> alert() {
      return Optional.ofNullable(json.get("alert")).map(JsonNode::asText);
    }

    String query() {
      return json.path("expr").asText();
    }

    String annotation(String name) {
      return json.path("annotations").path(name).asText();
    }
  }

  static Alerts in(Path file) {
    List<Rule> rules = new ArrayList<>();
    for (JsonNode group : read(file).path("groups")) {
      group.path("rules").forEach(rule -> rules.add(new Rule(rule)));
    }
    return new Alerts(rules);
  }

  static JsonNode read(Path file) {
    try {
      return new YAMLMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Rule> alerts() {
    return rules.stream().filter(rule -> rule.alert().isPresent()).toList();
  }

  List<String> names() {
    return alerts().stream().flatMap(rule -> rule.alert().stream()).toList();
  }

  List<String> queries() {
    return rules.stream().map(Rule::query).toList();
  }

  /** What Prometheus makes of the rules: recorded series, and alerts that fire. */
  List<Series> made() {
    List<Series> series = new ArrayList<>();
    for (Rule rule : rules) {
      Map<String, String> labels = new HashMap<>();
      rule.alert()
          .ifPresentOrElse(
              name -> {
                labels.put("alertname", name);
                labels.put("alertstate", "firing");
                labels.put("severity", rule.json().path("labels").path("severity").asText());
                series.add(new Series("ALERTS", labels));
              },
              () -> {
                Query.selectorsOf(rule.query())
                    .forEach(from -> from.groupedBy().forEach(label -> labels.put(label, "any")));
                series.add(new Series(rule.json().path("record").asText(), labels));
              });
    }
    return series;
  }
}
