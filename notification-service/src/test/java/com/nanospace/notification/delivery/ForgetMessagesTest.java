package com.nanospace.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.kit.OldRows;
import com.nanospace.kit.http.Correlation;
import com.nanospace.notification.NotificationConfig;
import com.nanospace.notification.inapp.Notification;
import com.nanospace.notification.inapp.Notifications;
import com.nanospace.notification.message.Medium;
import com.nanospace.notification.message.Note;
import com.nanospace.notification.message.Notice;
import com.nanospace.notification.message.WelcomeFacts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ForgetMessagesTest {

  @Inject ForgetMessages forget;
  @Inject OldRows oldRows;
  @Inject Deliveries deliveries;
  @Inject Notifications notifications;
  @Inject Clock clock;

  private final String eventId = UUID.randomUUID().toString();
  private final UUID person = UUID.randomUUID();
  private Instant now;

  @BeforeEach
  void look() {
    now = clock.instant();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sent", "failed", "skipped"})
  void removesFinishedMessagesWithTheirAge(String status) {
    UUID old = message(Notice.WELCOME, status, daysAgo(91));
    UUID younger = message(Notice.PASSWORD_CHANGED, status, daysAgo(89));

    forget.sweep();

    assertThat(isThere(old)).isFalse();
    assertThat(isThere(younger)).isTrue();
  }

  @Test
  void keepsWhatIsStillToBeSentHoweverOldItIs() {
    UUID old = message(Notice.WELCOME, "pending", daysAgo(1_000));

    forget.sweep();

    assertThat(isThere(old)).isTrue();
  }

  @Test
  void removesEntriesInTheAppWithTheirAge() {
    UUID old = entry(UUID.randomUUID().toString(), daysAgo(366));
    UUID younger = entry(UUID.randomUUID().toString(), daysAgo(364));

    forget.sweep();

    assertThat(isListed(old)).isFalse();
    assertThat(isListed(younger)).isTrue();
  }

  @Test
  void keepsAnAcknowledgementWhileSomebodysListNamesWhoAsked() {
    UUID acknowledgement = message(Notice.ENQUIRY_ACKNOWLEDGED, "sent", daysAgo(91));
    UUID entry = entry(eventId, daysAgo(91));

    forget.sweep();
    assertThat(isThere(acknowledgement)).isTrue();

    QuarkusTransaction.requiringNew().run(() -> notifications.deleteById(entry));
    forget.sweep();
    assertThat(isThere(acknowledgement)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "nanospace.delivery.keep-finished, 30d",
    "nanospace.delivery.keep-finished, 743h",
    "nanospace.notification.keep-listed, 30d"
  })
  void refusesToForgetWhatAnEventMayStillAskFor(String key, String age) {
    assertThatThrownBy(() -> configured(Map.of(key, age)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(key + " is below 31 days");
  }

  @Test
  void takesTheLowestAges() {
    assertThat(
            configured(
                Map.of(
                    "nanospace.delivery.keep-finished", "31d",
                    "nanospace.notification.keep-listed", "31d")))
        .isNotNull();
  }

  private ForgetMessages configured(Map<String, String> values) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(DeliveryConfig.class)
            .withMapping(NotificationConfig.class)
            .withSources(new PropertiesConfigSource(values, "test", 100))
            .build();
    return new ForgetMessages(
        oldRows,
        config.getConfigMapping(DeliveryConfig.class),
        config.getConfigMapping(NotificationConfig.class));
  }

  /** Of its own event unless it is an acknowledgement; a pending one is due in the far future. */
  private UUID message(Notice notice, String status, Instant at) {
    Delivery delivery =
        new Delivery(
            notice == Notice.ENQUIRY_ACKNOWLEDGED ? eventId : UUID.randomUUID().toString(),
            Recipient.person(person),
            Medium.EMAIL,
            notice,
            "{}",
            Correlation.of("request", null),
            at);
    switch (status) {
      case "sent" -> delivery.sent(null, at);
      case "failed" -> delivery.failed("SMTP 550 no such user", at);
      case "skipped" -> delivery.skipped("switched off by the recipient", at);
      default -> delivery.postponed("later", now.plus(Duration.ofDays(2_000)), at);
    }
    QuarkusTransaction.requiringNew().run(() -> deliveries.persist(delivery));
    return delivery.id();
  }

  private UUID entry(String event, Instant at) {
    Notification entry =
        new Notification(
            idOf(at),
            event,
            UUID.randomUUID(),
            Notice.WELCOME,
            new WelcomeFacts("owner"),
            new Note("Welcome", "Welcome to Nano Space."),
            at);
    QuarkusTransaction.requiringNew().run(() -> notifications.persist(entry));
    return entry.id();
  }

  /** A UUIDv7 of that moment. */
  private static UUID idOf(Instant at) {
    UUID random = UUID.randomUUID();
    return new UUID(
        (at.toEpochMilli() << 16) | 0x7000 | (random.getMostSignificantBits() & 0xfff),
        random.getLeastSignificantBits());
  }

  private boolean isThere(UUID delivery) {
    return QuarkusTransaction.requiringNew()
        .call(() -> deliveries.findByIdOptional(delivery).isPresent());
  }

  private boolean isListed(UUID entry) {
    return QuarkusTransaction.requiringNew()
        .call(() -> notifications.findByIdOptional(entry).isPresent());
  }

  private Instant daysAgo(long days) {
    return now.minus(Duration.ofDays(days));
  }
}
