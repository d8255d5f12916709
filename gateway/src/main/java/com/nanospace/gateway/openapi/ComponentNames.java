package com.nanospace.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gives the components of a document names under which they can join those that are there already.
 * A component keeps its name when there is none of that name yet, or one with the same content that
 * also leads to the same content.
 */
final class ComponentNames {

  private static final String REFERENCE = "#/components/";

  private final String owner;
  private final ObjectNode document;
  private final JsonNode taken;

  private ComponentNames(String owner, ObjectNode document, JsonNode taken) {
    this.owner = owner;
    this.document = document;
    this.taken = taken;
  }

  /** The document with colliding components renamed, and whatever refers to them. */
  static ObjectNode settle(String owner, ObjectNode document, JsonNode taken) {
    ComponentNames names = new ComponentNames(owner, document, taken);
    Map<String, String> renamed = names.renamed();
    return renamed.isEmpty() ? document : names.rename(renamed);
  }

  /** New names by old ones, both as {@code kind/name}. */
  private Map<String, String> renamed() {
    Set<String> colliding = new HashSet<>();
    int before;
    do {
      before = colliding.size();
      document
          .path("components")
          .forEachEntry(
              (kind, named) ->
                  named.forEachEntry(
                      (name, component) -> {
                        JsonNode present = taken.path(kind).path(name);
                        if (!present.isMissingNode()
                            && (!isSame(kind, present, component)
                                || refersTo(component, colliding))) {
                          colliding.add(kind + "/" + name);
                        }
                      }));
    } while (colliding.size() > before);
    Map<String, String> renamed = new HashMap<>();
    colliding.forEach(old -> renamed.put(old, freeName(old)));
    return renamed;
  }

  private String freeName(String old) {
    int slash = old.indexOf('/');
    String kind = old.substring(0, slash);
    String base =
        owner.substring(0, 1).toUpperCase(Locale.ROOT)
            + owner.substring(1)
            + old.substring(slash + 1);
    String name = base;
    for (int i = 2; isTaken(kind, name); i++) {
      name = base + i;
    }
    return kind + "/" + name;
  }

  private boolean isTaken(String kind, String name) {
    return taken.path(kind).has(name) || document.path("components").path(kind).has(name);
  }

  /** A security scheme is what it does, whatever words describe it. */
  private static boolean isSame(String kind, JsonNode one, JsonNode other) {
    return one.equals(other)
        || (kind.equals("securitySchemes")
            && without(one, "description").equals(without(other, "description")));
  }

  private static JsonNode without(JsonNode node, String member) {
    return node instanceof ObjectNode object ? object.deepCopy().without(member) : node;
  }

  private static boolean refersTo(JsonNode node, Set<String> components) {
    if (node.isTextual()) {
      return node.asText().startsWith(REFERENCE)
          && components.contains(node.asText().substring(REFERENCE.length()));
    }
    for (JsonNode child : node) {
      if (refersTo(child, components)) {
        return true;
      }
    }
    return false;
  }

  private ObjectNode rename(Map<String, String> renamed) {
    document
        .path("components")
        .forEachEntry((kind, named) -> renameKeys((ObjectNode) named, kind + "/", renamed));
    rewrite(document, renamed);
    return document;
  }

  /**
   * References, and the mappings of discriminators, are texts; security schemes are named by key.
   */
  private static void rewrite(JsonNode node, Map<String, String> renamed) {
    if (node instanceof ObjectNode object) {
      if (object.path("security") instanceof ArrayNode requirements) {
        requirements.forEach(
            requirement -> renameKeys((ObjectNode) requirement, "securitySchemes/", renamed));
      }
      object.properties().forEach(member -> member.setValue(replaced(member.getValue(), renamed)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, replaced(array.get(i), renamed));
      }
    }
  }

  private static JsonNode replaced(JsonNode value, Map<String, String> renamed) {
    if (value.isTextual() && value.asText().startsWith(REFERENCE)) {
      String old = value.asText().substring(REFERENCE.length());
      return TextNode.valueOf(REFERENCE + renamed.getOrDefault(old, old));
    }
    rewrite(value, renamed);
    return value;
  }

  private static void renameKeys(ObjectNode object, String kind, Map<String, String> renamed) {
    ObjectNode original = object.deepCopy();
    object.removeAll();
    original.forEachEntry(
        (name, value) -> {
          String next = renamed.getOrDefault(kind + name, kind + name);
          object.set(next.substring(kind.length()), value);
        });
  }
}
