package com.nanospace.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TopicSettingsTest {
  @Test
  void readsPartitionsAndSettings() throws IOException {
    Map<String, TopicSettings> topics =
        parse("a.b.v1.partitions=3\na.b.v1.retention.ms=1000\na.b.v1.segment.ms = 500 \n");

    assertThat(topics)
        .containsOnly(
            Map.entry(
                "a.b.v1",
                new TopicSettings(
                    "a.b.v1", 3, Map.of("retention.ms", "1000", "segment.ms", "500"))));
  }

  @Test
  void keepsTheSettingsOfADeadLetterTopicFromTheTopicItIsNamedAfter() throws IOException {
    Map<String, TopicSettings> topics =
        parse("a.b.v1.partitions=3\na.b.v1.c.dlq.partitions=1\na.b.v1.c.dlq.retention.ms=9\n");

    assertThat(topics.get("a.b.v1").configuration()).isEmpty();
    assertThat(topics.get("a.b.v1.c.dlq").configuration()).containsEntry("retention.ms", "9");
  }

  @Test
  void refusesASettingOfNoTopic() {
    assertThatThrownBy(() -> parse("a.b.v1.retention.ms=9\n"))
        .hasMessageContaining("a.b.v1.retention.ms");
  }

  @Test
  void readsTheContracts() throws IOException {
    assertThat(TopicSettings.ofContracts())
        .containsKeys(
            "identity.user.v1",
            "identity.otp.v1",
            "property.listing.v1",
            "booking.booking.v1",
            "booking.enquiry.v1");
  }

  private static Map<String, TopicSettings> parse(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    return TopicSettings.parse(properties);
  }
}
