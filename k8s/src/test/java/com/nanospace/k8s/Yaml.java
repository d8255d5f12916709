package com.nanospace.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Reads YAML as JSON. */
final class Yaml {

  private static final ObjectMapper MAPPER = new YAMLMapper();

  private Yaml() {}

  static JsonNode read(Path file) {
    return read(text(file));
  }

  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> List<T> readAll(Path file, Function<JsonNode, T> as) {
    try (InputStream content = Files.newInputStream(file)) {
      return readAll(content, as);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> List<T> readAll(InputStream content, Function<JsonNode, T> as) {
    try (var documents = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(content)) {
      return documents.readAll().stream().map(as).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
