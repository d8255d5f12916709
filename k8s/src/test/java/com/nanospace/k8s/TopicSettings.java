package com.nanospace.k8s;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The topics and their settings, as {@code contracts/topics.properties} lists them. */
final class TopicSettings {

  private TopicSettings() {}

  /** Settings by topic; {@code partitions} is one of them. */
  static Map<String, Map<String, String>> all() {
    Properties lines = new Properties();
    try (InputStream file =
        TopicSettings.class.getResourceAsStream("/contracts/topics.properties")) {
      lines.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Map<String, String>> topics = new TreeMap<>();
    for (String line : lines.stringPropertyNames()) {
      if (line.endsWith(".partitions")) {
        topics.put(line.substring(0, line.length() - ".partitions".length()), new TreeMap<>());
      }
    }
    for (String line : lines.stringPropertyNames()) {
      String topic = topicOf(line, topics);
      topics.get(topic).put(line.substring(topic.length() + 1), lines.getProperty(line));
    }
    return topics;
  }

  /**
   * The longest topic that the line begins with: a dead-letter topic begins with another's name.
   */
  private static String topicOf(String line, Map<String, ?> topics) {
    return topics.keySet().stream()
        .filter(topic -> line.startsWith(topic + "."))
        .reduce((one, other) -> one.length() > other.length() ? one : other)
        .orElseThrow(() -> new AssertionError("No topic has the setting " + line));
  }
}
