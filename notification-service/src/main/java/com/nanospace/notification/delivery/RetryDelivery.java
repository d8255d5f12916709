package com.nanospace.notification.delivery;

import com.nanospace.kit.Refusal;
import com.nanospace.kit.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Gives a failed delivery another chance. */
@ApplicationScoped
public class RetryDelivery {

  private final Deliveries deliveries;
  private final Event<DeliveriesPlanned> planned;
  private final Trail trail;
  private final Clock clock;

  RetryDelivery(Deliveries deliveries, Event<DeliveriesPlanned> planned, Trail trail, Clock clock) {
    this.deliveries = deliveries;
    this.planned = planned;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Makes it pending again.
   *
   * @throws Refusal when it is unknown, has not failed, or carries a code that has expired
   */
  @Transactional
  public Delivery retry(UUID id) {
    Delivery delivery =
        deliveries
            .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
            .orElseThrow(() -> Refusal.notFound("Delivery"));
    String before = delivery.status();
    delivery.retry(clock.instant());
    trail.record(
        "delivery.retried",
        "delivery",
        id,
        Map.of("status", before),
        Map.of("status", delivery.status()));
    planned.fire(new DeliveriesPlanned());
    return delivery;
  }
}
