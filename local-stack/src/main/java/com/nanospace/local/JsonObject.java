package com.nanospace.local;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object that was read; asking for a member that must be there and is not fails. */
public record JsonObject(Map<?, ?> members) {
  private static final JSON WITH_NULLS = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

  /** Writes maps, lists and plain values; a member that is null is written as null. */
  public static String print(Object value) throws IOException {
    return WITH_NULLS.asString(value);
  }

  public static JsonObject parse(String json) throws IOException {
    return new JsonObject(JSON.std.mapFrom(json));
  }

  public static List<JsonObject> parseAll(String json) throws IOException {
    return JSON.std.listFrom(json).stream().map(row -> new JsonObject((Map<?, ?>) row)).toList();
  }

  public String text(String name) {
    return (String) member(name);
  }

  public @Nullable String textOrNull(String name) {
    return (String) members.get(name);
  }

  public long number(String name) {
    return ((Number) member(name)).longValue();
  }

  public double decimal(String name) {
    return ((Number) member(name)).doubleValue();
  }

  public List<String> textList(String name) {
    return ((List<?>) member(name)).stream().map(String.class::cast).toList();
  }

  public JsonObject object(String name) {
    return new JsonObject((Map<?, ?>) member(name));
  }

  public List<JsonObject> objects(String name) {
    return ((List<?>) member(name)).stream().map(row -> new JsonObject((Map<?, ?>) row)).toList();
  }

  /** All members, each of which is text. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    members.forEach((name, value) -> texts.put((String) name, (String) value));
    return texts;
  }

  private Object member(String name) {
    Object value = members.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the JSON object lacks " + name);
    }
    return value;
  }
}
