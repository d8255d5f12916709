package com.nanospace.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.kit.http.Correlation;
import com.nanospace.notification.DeliveryLog;
import com.nanospace.notification.Mailbox;
import com.nanospace.notification.People;
import com.nanospace.notification.People.Person;
import com.nanospace.notification.PickySmtp;
import com.nanospace.notification.TwilioDouble;
import com.nanospace.notification.channel.Carrier;
import com.nanospace.notification.channel.Outcome;
import com.nanospace.notification.message.Medium;
import com.nanospace.notification.message.Notice;
import com.nanospace.notification.message.WelcomeFacts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages get out, whatever happens to the server that takes them. */
@QuarkusTest
class DispatchDeliveriesTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject People people;
  @Inject Notify notify;
  @Inject Deliveries deliveries;
  @Inject SendDelivery send;
  @Inject RecordOutcome recordOutcome;
  @Inject @All List<Carrier> carriers;
  @Inject MeterRegistry registry;
  @Inject Clock clock;

  @BeforeEach
  void openMailbox() {
    Mailbox.open();
  }

  @Test
  void aBacklogWaitsForAServerThatIsAwayAndLosesNothing() {
    Mailbox.close();
    double before = handedBack();
    List<String> addresses =
        IntStream.range(0, 6).mapToObj(i -> "away-%d-%s@example.com".formatted(i, id())).toList();
    addresses.forEach(this::welcome);
    // They take turns: each has been tried more often than a message may be.
    await().atMost(SOON).until(() -> handedBack() - before > 6 * 4);

    Mailbox.open();

    addresses.forEach(address -> Mailbox.await(address, 1));
    addresses.forEach(address -> DeliveryLog.await(address, "sent"));
  }

  @Test
  void doesNotStormAServerThatIsAway() {
    Mailbox.close();
    try (PickySmtp smtp = PickySmtp.open(Map.of("GREETING", "421 too busy"))) {
      IntStream.range(0, 50).forEach(i -> welcome("storm-%d-%s@example.com".formatted(i, id())));

      await().atMost(SOON).until(() -> smtp.connections() >= 4 + 16);

      // Four at once find out; then one at a time asks, after rests that grow to 100 to 200 ms.
      assertThat(smtp.between(4, 4 + 16)).isGreaterThan(Duration.ofSeconds(1));
    }
    Mailbox.open();
  }

  @Test
  void givesUpAfterBoundedTriesAndRetriesWhenAskedTo() {
    String address = "greylisted-%s@example.com".formatted(id());
    Mailbox.close();
    PickySmtp.answering(
        "RCPT",
        "450 4.2.1 try again later",
        () -> {
          welcome(address);

          Map<String, Object> failed = DeliveryLog.await(address, "failed");

          assertThat(failed)
              .containsEntry("attempts", 3)
              .containsEntry("reason", "SMTP 450 450 4.2.1 try again later");
        });
    Mailbox.open();
    assertThat(Mailbox.to(address)).isEmpty();
  }

  @Test
  void aMailOverWhichTheServerHangsUpKeepsNoOthersWaitingForEver() {
    String address = "hung-up-%s@example.com".formatted(id());
    Mailbox.close();
    PickySmtp.answering(
        "MESSAGE",
        "421 4.7.0 not that one",
        () -> {
          welcome(address);

          assertThat(DeliveryLog.await(address, "failed")).containsEntry("attempts", 3);
        });
    Mailbox.open();
  }

  @Test
  void doesNotTryAgainWhatIsRefusedForGood() {
    String address = "nobody-%s@example.com".formatted(id());
    Mailbox.close();
    PickySmtp.answering(
        "RCPT",
        "550 5.1.1 no such user",
        () -> {
          welcome(address);

          assertThat(DeliveryLog.await(address, "failed")).containsEntry("attempts", 1);
        });
    Mailbox.open();
  }

  @Test
  void aClaimBelongsToOneOfManyClaimants() throws Exception {
    Instant future = clock.instant().plus(Duration.ofDays(365));
    List<UUID> planned =
        IntStream.range(0, 100).mapToObj(i -> plannedFor(future.plusMillis(i))).toList();
    Callable<List<UUID>> claimant =
        () -> {
          List<UUID> claimed = new ArrayList<>();
          List<Claim> claims;
          do {
            claims = deliveries.claim(Medium.SMS, 7, future.plusSeconds(1), Duration.ofDays(1));
            claims.stream().map(Claim::deliveryId).filter(planned::contains).forEach(claimed::add);
          } while (!claims.isEmpty());
          return claimed;
        };

    List<UUID> all = new ArrayList<>();
    try (ExecutorService replicas = Executors.newFixedThreadPool(8)) {
      for (var claimed :
          replicas.invokeAll(IntStream.range(0, 8).mapToObj(i -> claimant).toList())) {
        all.addAll(claimed.get());
      }
    }

    assertThat(all).containsExactlyInAnyOrderElementsOf(planned);
  }

  @Test
  void anotherReplicaTakesOverWhenTheLeaseOfACrashedOneEnds() {
    Instant future = clock.instant().plus(Duration.ofDays(400));
    UUID delivery = plannedFor(future);
    Claim crashed = claim(delivery, future).orElseThrow();

    assertThat(claim(delivery, future.plusSeconds(59))).isEmpty();
    Claim successor = claim(delivery, future.plusSeconds(60)).orElseThrow();

    assertThat(successor.token()).isNotEqualTo(crashed.token());
    recordOutcome.record(crashed, new Outcome.Refused("too late to say so"));
    assertThat(statusOf(delivery)).isEqualTo("pending");
    recordOutcome.record(successor, new Outcome.Sent(null));
    assertThat(statusOf(delivery)).isEqualTo("sent");
  }

  @Test
  void givesUpAMessageOverWhichItsSendersDie() {
    TwilioDouble.open();
    String number = someNumber();
    Instant future = clock.instant().plus(Duration.ofDays(450));
    UUID delivery = plannedFor(future, number);
    for (int tries = 0; tries < 3; tries++) {
      assertThat(claim(delivery, future.plusSeconds(60L * tries))).isPresent();
    }

    Claim fourth = claim(delivery, future.plusSeconds(180)).orElseThrow();
    send.send(fourth, textMessages());

    assertThat(TwilioDouble.to(number)).isEmpty();
    assertThat(DeliveryLog.await(number, "failed"))
        .containsEntry("attempts", 3)
        .containsEntry("reason", "its sender died at try 3");
  }

  @Test
  void aSenderThatStoodStillLeavesTheMessageToOthers() {
    TwilioDouble.open();
    String number = someNumber();
    Instant future = clock.instant().plus(Duration.ofDays(470));
    Claim claim = claim(plannedFor(future, number), future).orElseThrow();
    Instant soon = clock.instant().plus(textMessages().longestSend());

    assertThat(send.send(new Claim(claim.deliveryId(), claim.token(), soon), textMessages()))
        .isEmpty();

    assertThat(DeliveryLog.await(number, "sent")).containsEntry("attempts", 2);
    assertThat(TwilioDouble.to(number)).hasSize(1);
  }

  @Test
  void whatWasSentCountsAsSentEvenWhenItsLeaseHadEnded() {
    Instant future = clock.instant().plus(Duration.ofDays(500));
    UUID delivery = plannedFor(future);
    Claim slow = claim(delivery, future).orElseThrow();
    Claim successor = claim(delivery, future.plusSeconds(60)).orElseThrow();

    recordOutcome.record(slow, new Outcome.Sent("250 ok"));
    recordOutcome.record(successor, new Outcome.Deferred("later"));

    assertThat(statusOf(delivery)).isEqualTo("sent");
  }

  @Test
  void sendsOnceThoughTheEventComesAgainAfterTheInboxForgotIt() {
    Person asha = people.known("Asha Rao");
    String eventId = id();
    Runnable tell =
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () ->
                        notify.tell(
                            eventId,
                            Notice.WELCOME,
                            Recipient.person(asha.id()),
                            new WelcomeFacts("customer")));
    tell.run();
    DeliveryLog.await(asha.id().toString(), "sent");

    tell.run();

    assertThat(DeliveryLog.of(asha.id().toString())).hasSize(1);
    assertThat(Mailbox.to(asha.email())).hasSize(1);
  }

  /** How many tries have ended with the message waiting for its channel, or for its next try. */
  private double handedBack() {
    Counter pending =
        registry
            .find("nanospace.deliveries")
            .tags("channel", "email", "kind", "account", "outcome", "pending")
            .counter();
    return pending == null ? 0 : pending.count();
  }

  private void welcome(String address) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                notify.tell(
                    id(), Notice.WELCOME, Recipient.address(address), new WelcomeFacts("owner")));
  }

  /** A text message that no running lane sends, for it is due far in the future. */
  private UUID plannedFor(Instant due) {
    return plannedFor(due, "+919812345678");
  }

  private UUID plannedFor(Instant due, String number) {
    Delivery delivery =
        new Delivery(
            id(),
            Recipient.address(number),
            Medium.SMS,
            Notice.WELCOME,
            "{\"role\":\"owner\"}",
            Correlation.of("request", null),
            due);
    QuarkusTransaction.requiringNew().run(() -> deliveries.persist(delivery));
    return delivery.id();
  }

  private Optional<Claim> claim(UUID delivery, Instant now) {
    return deliveries.claim(Medium.SMS, 1_000, now, Duration.ofSeconds(60)).stream()
        .filter(claim -> claim.deliveryId().equals(delivery))
        .findFirst();
  }

  private Carrier textMessages() {
    return carriers.stream()
        .filter(carrier -> carrier.medium() == Medium.SMS)
        .findFirst()
        .orElseThrow();
  }

  private static String someNumber() {
    return "+9197%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
  }

  private String statusOf(UUID delivery) {
    return QuarkusTransaction.requiringNew().call(() -> deliveries.findById(delivery).status());
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
