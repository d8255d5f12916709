package com.nanospace.local.broker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A topic as the contracts list it: {@code <topic>.partitions=3} and any topic configuration, such
 * as {@code <topic>.retention.ms=600000}.
 *
 * @param configuration Kafka's own topic settings
 */
record TopicSettings(String name, int partitions, Map<String, String> configuration) {
  private static final String RESOURCE = "/contracts/topics.properties";
  private static final String PARTITIONS = ".partitions";

  static Map<String, TopicSettings> ofContracts() throws IOException {
    try (InputStream file = TopicSettings.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IOException(RESOURCE + " is not on the class path");
      }
      Properties properties = new Properties();
      properties.load(file);
      return parse(properties);
    }
  }

  /** Topics by name. A setting belongs to the longest topic name it starts with. */
  static Map<String, TopicSettings> parse(Properties properties) {
    Map<String, TopicSettings> topics = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.endsWith(PARTITIONS)) {
        String name = key.substring(0, key.length() - PARTITIONS.length());
        int partitions = Integer.parseInt(properties.getProperty(key).strip());
        topics.put(name, new TopicSettings(name, partitions, new TreeMap<>()));
      }
    }
    for (String key : properties.stringPropertyNames()) {
      if (!key.endsWith(PARTITIONS)) {
        TopicSettings topic = owner(key, topics);
        topic
            .configuration()
            .put(key.substring(topic.name().length() + 1), properties.getProperty(key).strip());
      }
    }
    return topics;
  }

  private static TopicSettings owner(String key, Map<String, TopicSettings> topics) {
    return topics.values().stream()
        .filter(topic -> key.startsWith(topic.name() + "."))
        .max((a, b) -> Integer.compare(a.name().length(), b.name().length()))
        .orElseThrow(
            () -> new IllegalArgumentException(key + " belongs to no topic with partitions"));
  }
}
