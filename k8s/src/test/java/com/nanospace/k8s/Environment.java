package com.nanospace.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** The variables that the service's container of a Deployment gets. */
final class Environment {

  private Environment() {}

  /** Values by name; a value from a secret is shown as {@code secret <name>/<key>}. */
  static Map<String, String> of(Rendered rendered, Manifest deployment) {
    return of(rendered, deployment.containers().getFirst());
  }

  static Map<String, String> of(Rendered rendered, JsonNode container) {
    Map<String, String> variables = new TreeMap<>();
    for (JsonNode source : container.path("envFrom")) {
      String name = source.at("/configMapRef/name").asText();
      variables.putAll(Manifest.words(rendered.the("ConfigMap", name).json().path("data")));
    }
    for (JsonNode variable : container.path("env")) {
      JsonNode secret = variable.at("/valueFrom/secretKeyRef");
      variables.put(
          variable.path("name").asText(),
          secret.isMissingNode()
              ? variable.path("value").asText()
              : "secret %s/%s"
                  .formatted(secret.path("name").asText(), secret.path("key").asText()));
    }
    return variables;
  }
}
