package com.nanospace.k8s;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;

/** The official client's models of Kubernetes' own objects: no unknown field, no missing one. */
final class OfficialModels {

  private static final Map<String, String> VERSIONS =
      Map.of(
          "v1", "V1",
          "apps/v1", "V1",
          "batch/v1", "V1",
          "networking.k8s.io/v1", "V1",
          "policy/v1", "V1",
          "scheduling.k8s.io/v1", "V1",
          "autoscaling/v2", "V2");

  private OfficialModels() {}

  static boolean know(Manifest manifest) {
    return VERSIONS.containsKey(manifest.apiVersion());
  }

  static List<String> problems(Manifest manifest) {
    String name =
        "io.kubernetes.client.openapi.models."
            + VERSIONS.get(manifest.apiVersion())
            + manifest.kind();
    try {
      Class.forName(name)
          .getMethod("validateJsonElement", JsonElement.class)
          .invoke(null, JsonParser.parseString(manifest.json().toString()));
      return List.of();
    } catch (InvocationTargetException e) {
      return List.of(manifest + ": " + e.getCause().getMessage());
    } catch (ReflectiveOperationException e) {
      return List.of(manifest + ": there is no model " + name);
    }
  }
}
