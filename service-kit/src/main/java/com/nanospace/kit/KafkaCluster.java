package com.nanospace.kit;

import com.nanospace.token.KafkaAccess;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The Kafka cluster of this service, for clients of its own beside the channels. */
@ApplicationScoped
public class KafkaCluster {

  private final Map<String, Object> settings;

  KafkaCluster(@Identifier("default-kafka-broker") Map<String, Object> settings) {
    this.settings = settings;
  }

  /** Where it is and how to sign in there; a new map, to be filled up with the client's own. */
  public Map<String, Object> access() {
    return KafkaAccess.of(settings);
  }
}
