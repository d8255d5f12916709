package com.nanospace.notification.delivery;

import com.nanospace.notification.channel.Carrier;
import io.quarkus.arc.All;
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

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final List<Lane> lanes;

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

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    lanes.forEach(Lane::stopStarting);
    for (Lane lane : lanes) {
      lane.awaitEnd(PATIENCE);
    }
  }
}
