package com.nanospace.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BrokerMainTest {

  /** A record goes with its segment, whose newest may be that much younger. */
  private static final String KAFKAS_SEGMENT_MS = "604800000";

  @Test
  void knowsHowFarDeadLettersWerePutBackForAsLongAsThereAreAny() throws IOException {
    Properties broker = BrokerMain.properties(Path.of("data"), 1, 2);
    Duration retention =
        Duration.ofMinutes(
            Long.parseLong(broker.getProperty("offsets.retention.minutes", "10080")));

    List<TopicSettings> deadLetters =
        TopicSettings.ofContracts().values().stream()
            .filter(topic -> DeadLetters.isDeadLetterTopic(topic.name()))
            .toList();

    assertThat(deadLetters)
        .isNotEmpty()
        .allSatisfy(topic -> assertThat(retention).isGreaterThan(longestLifeIn(topic)));
  }

  private static Duration longestLifeIn(TopicSettings topic) {
    return millis(topic.configuration().get("retention.ms"))
        .plus(millis(topic.configuration().getOrDefault("segment.ms", KAFKAS_SEGMENT_MS)));
  }

  private static Duration millis(String number) {
    return Duration.ofMillis(Long.parseLong(number));
  }
}
