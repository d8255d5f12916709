package com.nanospace.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import java.util.UUID;

/** Events made of the published samples, with members of the test's own. */
public final class Events {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String topic;
  private final String type;
  private final ObjectNode payload;

  private Events(String topic, String type) {
    this.topic = topic;
    this.type = type;
    try {
      this.payload = (ObjectNode) JSON.readTree(EventSchemas.sample(topic, type));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The sample of {@code com.nanospace.<name>.v1}. */
  public static Events of(String topic, String name) {
    return new Events(topic, "com.nanospace.%s.v1".formatted(name));
  }

  public Events with(String member, Object value) {
    payload.putPOJO(member, value instanceof UUID ? value.toString() : value);
    return this;
  }

  public Events without(String member) {
    payload.remove(member);
    return this;
  }

  public String json() {
    return payload.toString();
  }

  /** Publishes it under a new event id, which is returned. */
  public String publish(UUID key) {
    return new TopicProbe(topic).publish(key.toString(), type, json());
  }

  /** Publishes it under that event id, to deliver it again. */
  public void publish(UUID key, String eventId) {
    new TopicProbe(topic).publish(key.toString(), eventId, type, json());
  }
}
