package com.nanospace.token;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** What of the application's Kafka settings a client of its own needs beside the channels. */
public final class KafkaAccess {

  private KafkaAccess() {}

  /** Where the cluster is and how to sign in there; a new map, to be filled up by the client. */
  public static Map<String, Object> of(Map<String, Object> settings) {
    Map<String, Object> access = new HashMap<>(settings);
    access.keySet().removeIf(key -> !isNeeded(key));
    return access;
  }

  private static boolean isNeeded(String key) {
    return key.equals(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
        || key.startsWith("security.")
        || key.startsWith("sasl.")
        || key.startsWith("ssl.");
  }
}
