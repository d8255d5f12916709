package com.nanospace.notification.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;

/** The newest state of each booking that people were told of. */
@ApplicationScoped
class ToldBookings {

  private final EntityManager entities;
  private final Clock clock;

  ToldBookings(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Notes that people are told of this state; false, and nothing noted, when they were told of a
   * later one. When somebody else is at the same booking, waits for the end of their transaction.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean advance(BookingVersion state) {
    return entities
            .createNativeQuery(
                """
                insert into told_booking (booking_id, version, told_at) values (?1, ?2, ?3)
                on conflict (booking_id) do update
                  set version = excluded.version, told_at = excluded.told_at
                  where told_booking.version <= excluded.version
                """)
            .setParameter(1, state.bookingId())
            .setParameter(2, state.version())
            .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }
}
