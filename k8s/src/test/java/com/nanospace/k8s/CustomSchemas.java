package com.nanospace.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Schemas of operators' objects, as far as the suite uses them: {@code crds/<group>.yaml}, with the
 * schema of {@code spec} for each kind.
 *
 * <p>As in a cluster, a field that the schema does not name is an error, wherever the schema does
 * not state otherwise.
 */
final class CustomSchemas {

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private static final Map<String, JsonSchema> SCHEMAS = load();

  private CustomSchemas() {}

  static boolean know(Manifest manifest) {
    return SCHEMAS.containsKey(keyOf(manifest.apiVersion(), manifest.kind()));
  }

  static List<String> problems(Manifest manifest) {
    return SCHEMAS
        .get(keyOf(manifest.apiVersion(), manifest.kind()))
        .validate(manifest.json())
        .stream()
        .map(problem -> manifest + ": " + problem.getMessage())
        .toList();
  }

  private static Map<String, JsonSchema> load() {
    Map<String, JsonSchema> schemas = new HashMap<>();
    for (String group :
        List.of("cloudnative-pg", "strimzi", "keda", "prometheus", "gateway", "external-secrets")) {
      Yaml.read(Repository.file("k8s/src/test/resources/crds/" + group + ".yaml"))
          .properties()
          .forEach(
              kind -> {
                String apiVersion = kind.getValue().path("apiVersion").asText();
                schemas.put(
                    keyOf(apiVersion, kind.getKey()), wholeObject(kind.getValue().path("spec")));
              });
    }
    return schemas;
  }

  private static JsonSchema wholeObject(JsonNode spec) {
    ObjectNode schema =
        (ObjectNode)
            Yaml.read(
                """
                type: object
                required: [apiVersion, kind, metadata, spec]
                properties:
                  apiVersion: {type: string}
                  kind: {type: string}
                  metadata:
                    type: object
                    required: [name]
                    properties:
                      name: {type: string, pattern: "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$"}
                      namespace: {type: string}
                      labels: {type: object, additionalProperties: {type: string}}
                      annotations: {type: object, additionalProperties: {type: string}}
                """);
    ((ObjectNode) schema.path("properties")).set("spec", spec);
    close(schema);
    return FACTORY.getSchema(schema);
  }

  private static void close(JsonNode schema) {
    if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
      ((ObjectNode) schema)
          .set("additionalProperties", JsonNodeFactory.instance.booleanNode(false));
    }
    schema.forEach(CustomSchemas::close);
  }

  private static String keyOf(String apiVersion, String kind) {
    return apiVersion + "/" + kind;
  }
}
