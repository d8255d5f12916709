package com.nanospace.notification.delivery;

import com.nanospace.kit.observe.GaugedQuery;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What operators see of deliveries: what became of them, and how many wait. */
@ApplicationScoped
class DeliveryMeters {

  private final MeterRegistry registry;

  DeliveryMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** With the first of a kind all its outcomes begin at zero, so that alerts see each increase. */
  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveryProgress progress) {
    for (DeliveryStatus possible : DeliveryStatus.values()) {
      counter(progress, possible.wireName());
    }
    counter(progress, progress.outcome()).increment();
  }

  private Counter counter(DeliveryProgress progress, String outcome) {
    return registry.counter(
        "nanospace.deliveries",
        "channel",
        progress.medium().wireName(),
        "kind",
        progress.kind(),
        "outcome",
        outcome);
  }

  @Produces
  @Singleton
  static GaugedQuery waiting() {
    return new GaugedQuery(
        """
        select count(*), coalesce(extract(epoch from now() - min(created_at)), 0)
        from delivery where status = 'pending'
        """,
        new GaugedQuery.Column(
            "nanospace.deliveries.waiting", "Messages that are still to be sent"),
        new GaugedQuery.Column(
            "nanospace.deliveries.oldest.age.seconds", "How long the oldest of them has waited"));
  }
}
