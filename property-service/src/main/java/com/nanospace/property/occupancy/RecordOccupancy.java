package com.nanospace.property.occupancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Notes what a booking takes of a listing, unless something newer is known of it. */
@ApplicationScoped
public class RecordOccupancy {

  private final EntityManager entities;

  RecordOccupancy(EntityManager entities) {
    this.entities = entities;
  }

  @Transactional
  public void record(BookingState booking) {
    entities
        .createNativeQuery(
            """
            insert into occupancy
              (booking_id, listing_id, version, holding, unit, quantity, start_date, end_date)
            values (:booking, :listing, :version, :holding, :unit, :quantity, :start, :end)
            on conflict (booking_id) do update
              set version = excluded.version, holding = excluded.holding, unit = excluded.unit,
                  quantity = excluded.quantity, start_date = excluded.start_date,
                  end_date = excluded.end_date
              where occupancy.version < excluded.version
            """)
        .setParameter("booking", booking.bookingId())
        .setParameter("listing", booking.propertyId())
        .setParameter("version", booking.version())
        .setParameter("holding", booking.isHolding())
        .setParameter("unit", booking.unit())
        .setParameter("quantity", booking.quantity())
        .setParameter("start", booking.startDate())
        .setParameter("end", booking.endDate())
        .executeUpdate();
  }
}
