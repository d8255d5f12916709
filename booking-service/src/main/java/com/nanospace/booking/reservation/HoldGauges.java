package com.nanospace.booking.reservation;

import com.nanospace.kit.observe.GaugedQuery;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Pending bookings: what holds capacity without being sure to pay for it. */
class HoldGauges {

  @Produces
  @Singleton
  GaugedQuery holds() {
    return new GaugedQuery(
        """
        select count(*), count(*) filter (where hold_expires_at < now() - interval '5 minutes')
        from booking where status = 'PENDING'
        """,
        new GaugedQuery.Column("nanospace.bookings.holds", "Bookings that wait for their owner"),
        new GaugedQuery.Column(
            "nanospace.bookings.holds.overdue",
            "Those that should have lapsed at least five minutes ago"));
  }
}
