package com.nanospace.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A dashboard of Grafana. */
record Dashboard(JsonNode json) {

  private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), *(\\w+)\\)");

  static List<Dashboard> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Dashboard::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dashboard read(Path file) {
    try {
      return new Dashboard(new ObjectMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is no JSON", e);
    }
  }

  String uid() {
    return json.path("uid").asText();
  }

  /** All panels, rows and what is in them included. */
  List<JsonNode> panels() {
    List<JsonNode> panels = new ArrayList<>();
    for (JsonNode panel : json.path("panels")) {
      panels.add(panel);
      panel.path("panels").forEach(panels::add);
    }
    return panels;
  }

  /** Panels that show something. */
  List<JsonNode> graphs() {
    return panels().stream().filter(panel -> !panel.path("type").asText().equals("row")).toList();
  }

  /** The queries of panels, and those that fill the variables. */
  List<String> queries() {
    List<String> queries = new ArrayList<>();
    for (JsonNode panel : graphs()) {
      panel.path("targets").forEach(target -> queries.add(target.path("expr").asText()));
    }
    for (JsonNode variable : json.path("templating").path("list")) {
      if (variable.path("type").asText().equals("query")) {
        Matcher values = LABEL_VALUES.matcher(variable.path("query").path("query").asText());
        if (!values.matches()) {
          throw new IllegalStateException("no query of a variable: " + variable);
        }
        queries.add("max by (%s) (%s)".formatted(values.group(2), values.group(1)));
      }
    }
    return queries;
  }
}
