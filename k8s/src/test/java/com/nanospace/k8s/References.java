package com.nanospace.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** What an object wants from Secrets: {@code name/key}, or {@code name/} for all of it. */
final class References {

  private static final Set<String> NAME_AND_KEY =
      Set.of("secretKeyRef", "accessKeyId", "secretAccessKey", "region");

  private References() {}

  static Set<String> toSecrets(Manifest manifest) {
    Set<String> found = new TreeSet<>();
    search(manifest.json(), found);
    return found;
  }

  private static void search(JsonNode node, Set<String> found) {
    node.properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              switch (entry.getKey()) {
                case "secretTargetRef" ->
                    value.forEach(reference -> found.add(nameAndKey(reference)));
                case "passwordSecret" -> {
                  found.add(value.path("name").asText() + "/username");
                  found.add(value.path("name").asText() + "/password");
                }
                case "secret" -> volume(value, found);
                case "secretName" -> found.add(value.asText() + "/");
                case "certificateRefs" ->
                    value.forEach(reference -> found.add(reference.path("name").asText() + "/"));
                default -> {
                  if (NAME_AND_KEY.contains(entry.getKey()) && value.has("key")) {
                    found.add(nameAndKey(value));
                  } else {
                    search(value, found);
                  }
                }
              }
            });
    if (node.isArray()) {
      node.forEach(item -> search(item, found));
    }
  }

  private static void volume(JsonNode secret, Set<String> found) {
    String name = secret.path(secret.has("secretName") ? "secretName" : "name").asText();
    if (secret.has("items")) {
      secret.path("items").forEach(item -> found.add(name + "/" + item.path("key").asText()));
    } else {
      found.add(name + "/");
    }
  }

  private static String nameAndKey(JsonNode reference) {
    return reference.path("name").asText() + "/" + reference.path("key").asText();
  }
}
