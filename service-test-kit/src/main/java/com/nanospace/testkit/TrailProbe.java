package com.nanospace.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a service told the audit trail. */
public final class TrailProbe {

  private static final String TYPE = "com.nanospace.audit.recorded.v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String topic;

  /** The trail of {@code identity}, {@code property}, {@code booking} or {@code notification}. */
  public TrailProbe(String service) {
    this.topic = service + ".audit.v1";
  }

  /**
   * Waits for the first line about that subject, which keeps the published contract.
   *
   * @throws AssertionError when none comes within 20 s, or it breaks the contract
   */
  public JsonNode await(String subjectId) {
    String line =
        new TopicProbe(topic)
            .awaitAll(
                1, record -> subjectId.equals(read(record.value()).path("subject_id").asText()))
            .getFirst()
            .value();
    var violations = EventSchemas.violations(topic, TYPE, line);
    if (!violations.isEmpty()) {
      throw new AssertionError("%s breaks its contract: %s".formatted(line, violations));
    }
    return read(line);
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
