package com.nanospace.notification.delivery;

import com.nanospace.notification.channel.Carrier;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Keeps messages going out, on one lane for each channel. Any number of replicas may do so. */
@ApplicationScoped
class DispatchDeliveries {

  /**
   * As long as requests have, so that all replies that a mail server gives in its time are heard,
   * and less than those who stop the process allow (30 s and more).
   */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<Lane> lanes;
  private boolean stopping;
  private long deadline;

  DispatchDeliveries(
      @All List<Carrier> carriers,
      Deliveries deliveries,
      SendDelivery send,
      DeliveryConfig config,
      Clock clock) {
    this.lanes =
        carriers.stream()
            .map(carrier -> new Lane(carrier, deliveries, send, config, clock))
            .toList();
  }

  void start(@Observes StartupEvent event) {
    lanes.forEach(Lane::start);
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesPlanned planned) {
    lanes.forEach(Lane::wake);
  }

  /** Other replicas go on; what is under way here has its time from now on. */
  void leave(@Observes ShutdownDelayInitiatedEvent event) {
    stopStarting();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopStarting();
    for (Lane lane : lanes) {
      lane.awaitEnd(deadline);
    }
  }

  private synchronized void stopStarting() {
    if (!stopping) {
      stopping = true;
      deadline = System.nanoTime() + PATIENCE.toNanos();
      lanes.forEach(Lane::stopStarting);
    }
  }
}
