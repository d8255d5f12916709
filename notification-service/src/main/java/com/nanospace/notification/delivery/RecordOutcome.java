package com.nanospace.notification.delivery;

import com.nanospace.kit.problem.Failures;
import com.nanospace.notification.channel.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Writes down what became of a try. */
@ApplicationScoped
class RecordOutcome {

  private static final Logger LOG = Logger.getLogger(RecordOutcome.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Deliveries deliveries;
  private final DeliveryConfig config;
  private final Event<DeliveryProgress> progress;
  private final Clock clock;

  RecordOutcome(
      Deliveries deliveries, DeliveryConfig config, Event<DeliveryProgress> progress, Clock clock) {
    this.deliveries = deliveries;
    this.config = config;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Records the outcome. While the database is away this waits for it, as long as the lease lasts:
   * what was sent and is not noted would be sent again.
   */
  void record(Claim claim, Outcome outcome) {
    Instant leaseEnd = clock.instant().plus(config.lease());
    while (true) {
      try {
        QuarkusTransaction.requiringNew().run(() -> apply(claim, outcome));
        return;
      } catch (RuntimeException e) {
        if (!Failures.isDatabaseAway(e) || clock.instant().isAfter(leaseEnd) || !pause()) {
          throw e;
        }
      }
    }
  }

  private void apply(Claim claim, Outcome outcome) {
    Delivery delivery =
        deliveries
            .findByIdOptional(claim.deliveryId(), LockModeType.PESSIMISTIC_WRITE)
            .orElse(null);
    if (delivery == null) {
      return;
    }
    // That it was sent stays true, even when another replica has taken over in the meantime.
    boolean counts = delivery.isClaimedBy(claim.token()) || outcome instanceof Outcome.Sent;
    if (counts && !delivery.isSent()) {
      apply(delivery, outcome, clock.instant());
      progress.fire(DeliveryProgress.of(delivery));
      LOG.infof(
          "delivery=%s notice=%s channel=%s attempt=%d status=%s reason=%s",
          delivery.id(),
          delivery.notice().wireName(),
          delivery.medium().wireName(),
          delivery.attempts(),
          delivery.status(),
          delivery.reason().orElse("-"));
    }
  }

  private void apply(Delivery delivery, Outcome outcome, Instant now) {
    switch (outcome) {
      case Outcome.Sent sent -> delivery.sent(sent.reference(), now);
      case Outcome.Refused refused -> delivery.failed(refused.reason(), now);
      case Outcome.Deferred deferred -> postpone(delivery, deferred.reason(), now);
      case Outcome.Unsure unsure -> postpone(delivery, unsure.reason(), now);
      case Outcome.Away away -> delivery.handedBack(away.reason(), now);
    }
  }

  private void postpone(Delivery delivery, String reason, Instant now) {
    if (delivery.attempts() >= config.attempts()) {
      delivery.failed(reason, now);
      return;
    }
    Backoff backoff = new Backoff(config.firstDelay(), config.maxDelay());
    delivery.postponed(
        reason, now.plus(backoff.after(delivery.attempts(), ThreadLocalRandom.current())), now);
  }

  /** Whether to go on. */
  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
