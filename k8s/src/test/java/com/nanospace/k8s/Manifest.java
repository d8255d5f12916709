package com.nanospace.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One object for the cluster, as it was rendered. */
record Manifest(JsonNode json) {

  String apiVersion() {
    return json.path("apiVersion").asText();
  }

  String kind() {
    return json.path("kind").asText();
  }

  String name() {
    return json.path("metadata").path("name").asText();
  }

  JsonNode spec() {
    return json.path("spec");
  }

  Map<String, String> labels() {
    return words(json.path("metadata").path("labels"));
  }

  /** What its pods are made of; missing for objects that have none. */
  JsonNode podTemplate() {
    return switch (kind()) {
      case "Deployment", "StatefulSet", "Job" -> spec().path("template");
      case "CronJob" -> spec().at("/jobTemplate/spec/template");
      default -> MissingNode.getInstance();
    };
  }

  boolean hasPods() {
    return !podTemplate().isMissingNode();
  }

  /** Whether its pods do something and end, instead of serving. */
  boolean isJob() {
    return kind().equals("Job") || kind().equals("CronJob");
  }

  Map<String, String> podLabels() {
    return words(podTemplate().path("metadata").path("labels"));
  }

  JsonNode podSpec() {
    return podTemplate().path("spec");
  }

  List<JsonNode> containers() {
    return items(podSpec().path("containers"));
  }

  List<JsonNode> allContainers() {
    return Stream.concat(items(podSpec().path("initContainers")).stream(), containers().stream())
        .toList();
  }

  static List<JsonNode> items(JsonNode array) {
    return array.valueStream().toList();
  }

  static Map<String, String> words(JsonNode object) {
    Map<String, String> words = new LinkedHashMap<>();
    object.properties().forEach(entry -> words.put(entry.getKey(), entry.getValue().asText()));
    return words;
  }

  @Override
  public String toString() {
    return "%s %s".formatted(kind(), name());
  }
}
