package com.nanospace.kit.outbox;

import com.nanospace.kit.observe.GaugedQuery;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Depth and age of the outbox: both stay near zero while Kafka takes events. */
class OutboxGauges {

  @Produces
  @Singleton
  GaugedQuery outbox() {
    return new GaugedQuery(
        """
        select count(*), coalesce(extract(epoch from now() - min(occurred_at)), 0)
        from outbox where published_at is null
        """,
        new GaugedQuery.Column(
            "nanospace.outbox.pending", "Committed events that no broker has acknowledged yet"),
        new GaugedQuery.Column(
            "nanospace.outbox.oldest.age.seconds", "How long the oldest of them has been waiting"));
  }
}
