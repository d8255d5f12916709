package com.nanospace.kit;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** The Kafka cluster of this service, for clients of its own beside the channels. */
@ApplicationScoped
public class KafkaCluster {

  private final Map<String, Object> settings;

  KafkaCluster(@Identifier("default-kafka-broker") Map<String, Object> settings) {
    this.settings = settings;
  }

  /** Where it is and how to sign in there; a new map, to be filled up with the client's own. */
  public Map<String, Object> access() {
    Map<String, Object> access = new HashMap<>();
    access.put(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
        settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
    settings.forEach(
        (key, value) -> {
          if (key.startsWith("security.") || key.startsWith("sasl.") || key.startsWith("ssl.")) {
            access.put(key, value);
          }
        });
    return access;
  }
}
