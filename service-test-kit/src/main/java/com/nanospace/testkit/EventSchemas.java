package com.nanospace.testkit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The published contract of an event: its JSON Schema and its sample. */
public final class EventSchemas {

  /** Schemas refer to each other by their public address and are found beside each other. */
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          factory ->
              factory.schemaMappers(
                  mappers ->
                      mappers.mapPrefix(
                          "https://nanospace.com/contracts/", "classpath:contracts/")));

  private EventSchemas() {}

  /** What is wrong with a payload of that event; empty when it keeps the contract. */
  public static Set<ValidationMessage> violations(String topic, String type, String payload) {
    JsonSchema schema = SCHEMAS.getSchema(read(topic, type, "schema.json"));
    return schema.validate(
        payload,
        InputFormat.JSON,
        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
  }

  /** The published sample of an event, as consumers must be able to read it. */
  public static String sample(String topic, String type) {
    return read(topic, type, "sample.json");
  }

  private static String read(String topic, String type, String ending) {
    String name = "/contracts/%s/%s.%s".formatted(topic, type, ending);
    try (InputStream resource = EventSchemas.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalArgumentException("contracts has no " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
