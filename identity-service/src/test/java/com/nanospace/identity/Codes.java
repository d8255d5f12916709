package com.nanospace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.testkit.TopicProbe;
import io.restassured.path.json.JsonPath;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One-time codes as they were sent. */
public final class Codes {

  private static final TopicProbe SENT = new TopicProbe("identity.otp.v1");

  private Codes() {}

  /** The last of {@code count} codes to somebody, read as notification-service does. */
  public static String lastOf(int count, String recipient) {
    JsonPath event = JsonPath.from(eventsTo(count, recipient).getLast().value());
    JsonPath content = JsonPath.from(OtpKeys.decrypt(event.getString("code_jwe")));
    assertThat(content.getString("otp_id")).isEqualTo(event.getString("otp_id"));

    return content.getString("code");
  }

  /** Waits for so many, in the order in which they were issued. */
  public static List<ConsumerRecord<String, String>> eventsTo(int count, String recipient) {
    return SENT
        .awaitAll(
            count, record -> JsonPath.from(record.value()).getString("recipient").equals(recipient))
        .stream()
        .sorted(Comparator.comparing(ConsumerRecord::key))
        .toList();
  }

  /** Six digits that are not the code. */
  public static String otherThan(String code) {
    return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
  }
}
