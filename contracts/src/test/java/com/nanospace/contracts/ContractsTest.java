package com.nanospace.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas, samples, topics and the AsyncAPI document say the same. */
class ContractsTest {

  private static final Path FOLDER = Path.of("src/main/resources/contracts");
  private static final String SCHEMA = ".schema.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Path> eventSchemas() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("com.nanospace."))
          .filter(file -> file.getFileName().toString().endsWith(SCHEMA))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("eventSchemas")
  void aSampleKeepsItsSchema(Path file) throws IOException {
    assertThat(schema(file).validate(sample(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("eventSchemas")
  void aSchemaRefusesAnEventThatDoesNotSayWhenItHappened(Path file) throws IOException {
    ObjectNode incomplete = sample(file);
    incomplete.remove("occurred_at");

    assertThat(schema(file).validate(incomplete)).isNotEmpty();
  }

  @Test
  void everyTopicIsListedWithItsRetention() throws IOException {
    Properties topics = new Properties();
    try (var reader = Files.newBufferedReader(FOLDER.resolve("topics.properties"))) {
      topics.load(reader);
    }

    for (Path schema : eventSchemas()) {
      String topic = schema.getParent().getFileName().toString();
      assertThat(topics).containsKeys(topic + ".partitions", topic + ".retention.ms");
    }
  }

  @Test
  void theAsyncApiDocumentNamesEveryEvent() throws IOException {
    JsonNode document = new YAMLMapper().readTree(FOLDER.resolve("asyncapi.yaml").toFile());
    List<String> named = new ArrayList<>();
    for (JsonNode message : document.path("components").path("messages")) {
      Path schema =
          FOLDER.resolve(message.path("payload").path("schema").path("$ref").asText()).normalize();
      assertThat(schema).exists();
      assertThat(schema.getFileName()).hasToString(message.path("name").asText() + SCHEMA);
      named.add(schema.toString());
    }

    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(eventSchemas().stream().map(Path::toString).toList());
  }

  private static JsonSchema schema(Path file) throws IOException {
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory ->
                factory.schemaMappers(
                    mappers ->
                        mappers.mapPrefix(
                            "https://nanospace.com/contracts/", "classpath:contracts/")))
        .getSchema(Files.readString(file));
  }

  private static ObjectNode sample(Path schema) throws IOException {
    String name = schema.getFileName().toString().replace(SCHEMA, ".sample.json");
    return (ObjectNode) JSON.readTree(schema.resolveSibling(name).toFile());
  }
}
