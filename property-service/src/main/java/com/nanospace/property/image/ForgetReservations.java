package com.nanospace.property.image;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;

/** Removes reservations of uploads that a crash ended; they count for nothing any more. */
@ApplicationScoped
class ForgetReservations {

  private final EntityManager entities;
  private final Clock clock;

  ForgetReservations(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "5m")
  @Transactional
  void sweep() {
    entities
        .createNativeQuery("delete from upload_reservation where created_at <= :lapsed")
        .setParameter(
            "lapsed", clock.instant().minus(UploadQuota.RESERVED_FOR).atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
