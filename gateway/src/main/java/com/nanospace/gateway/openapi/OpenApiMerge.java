package com.nanospace.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Makes one OpenAPI 3.1 document out of several. What two documents say alike is there once; what
 * they say differently under one name is there twice, and the later one gets another name.
 */
final class OpenApiMerge {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
  private final ObjectNode paths;
  private final ObjectNode components;
  private final Set<String> operationIds = new HashSet<>();
  private final Set<String> tags = new HashSet<>();

  OpenApiMerge() {
    merged.put("openapi", "3.1.0");
    merged
        .putObject("info")
        .put("title", "Nano Space API")
        .put("version", "1.0.0")
        .put("description", "Rental platform for flexible space.");
    merged.putArray("servers").addObject().put("url", "/");
    merged.putArray("tags");
    paths = merged.putObject("paths");
    components = merged.putObject("components");
  }

  /**
   * Adds a document.
   *
   * @param owner who gave it; makes the names of what collides
   * @param published tells by owner and path what belongs to the outside
   */
  OpenApiMerge add(String owner, JsonNode document, BiPredicate<String, String> published) {
    ObjectNode own = ComponentNames.settle(owner, document.deepCopy(), components);
    own.path("components").forEachEntry(this::addComponents);
    own.path("paths")
        .forEachEntry(
            (path, item) -> {
              if (published.test(owner, path)) {
                addPath(owner, path, item, own.path("security"));
              }
            });
    own.path("tags").forEach(this::addTag);
    return this;
  }

  ObjectNode document() {
    return merged;
  }

  private void addComponents(String kind, JsonNode named) {
    ObjectNode target = components.withObjectProperty(kind);
    named.forEachEntry(target::set);
  }

  private void addPath(String owner, String path, JsonNode item, JsonNode defaultSecurity) {
    ObjectNode target = paths.withObjectProperty(path);
    item.forEachEntry(
        (member, value) -> {
          if (METHODS.contains(member) && value instanceof ObjectNode operation) {
            makeIdUnique(owner, operation);
            if (!operation.has("security") && !defaultSecurity.isMissingNode()) {
              operation.set("security", defaultSecurity);
            }
          }
          if (!member.equals("servers")) {
            target.set(member, value);
          }
        });
  }

  private void makeIdUnique(String owner, ObjectNode operation) {
    String id = operation.path("operationId").asText();
    if (!id.isEmpty() && !operationIds.add(id)) {
      String renamed = owner + "_" + id;
      operationIds.add(renamed);
      operation.put("operationId", renamed);
    }
  }

  private void addTag(JsonNode tag) {
    if (tags.add(tag.path("name").asText())) {
      merged.withArrayProperty("tags").add(tag);
    }
  }

  /** Merges documents in the order of their names, after the gateway's own. */
  static ObjectNode of(
      String gateway,
      JsonNode own,
      Map<String, JsonNode> documents,
      BiPredicate<String, String> published) {
    OpenApiMerge merge = new OpenApiMerge().add(gateway, own, (owner, path) -> true);
    new TreeMap<>(documents).forEach((owner, document) -> merge.add(owner, document, published));
    return merge.document();
  }
}
