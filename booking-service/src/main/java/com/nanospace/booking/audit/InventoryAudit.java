package com.nanospace.booking.audit;

import com.nanospace.booking.reservation.BookingType;
import com.nanospace.kit.audit.Audit;
import com.nanospace.kit.audit.Evidence;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * On each day as many places are taken as active bookings say, and no more than there are; and from
 * tomorrow on there are as many as the listing offers. Days before the audit's window are left out.
 */
@ApplicationScoped
class InventoryAudit implements Audit {

  private static final String FIRST_DAY = "with from_day as (select cast(? as date) as first) ";

  private static final String TAKEN =
      """
      taken as (
        select property_id, %s as kind, greatest(start_date, first) + n as day,
          sum(quantity) as quantity
        from booking, from_day,
          generate_series(0, end_date - greatest(start_date, first) - 1) n
        where status <> 'CANCELLED' and end_date > first
        group by 1, 2, 3)
      """
          .formatted(kindOfBooking());

  private final Clock clock;

  InventoryAudit(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "inventory";
  }

  @Override
  public void look(Evidence evidence) throws SQLException {
    LocalDate first = LocalDate.ofInstant(evidence.since(), ZoneOffset.UTC).minusDays(1);
    evidence.looked(
        FIRST_DAY
            + """
            select (select count(*) from inventory, from_day where day >= first)
              + (select count(*) from booking, from_day
                 where status <> 'CANCELLED' and end_date > first)
            """,
        first);
    evidence.counterexamples(
        FIRST_DAY
            + ", "
            + TAKEN
            + """
            , kept as (select i.* from inventory i, from_day where i.day >= first)
            select format('booked %s %s %s', property_id, kind, day) as identity,
              case when kept.booked is null
                then format('Listing %s has no %s inventory on %s, and bookings of %s',
                  property_id, lower(kind), day, taken.quantity)
                else format('Listing %s has %s %ss booked on %s, and bookings of %s',
                  property_id, kept.booked, lower(kind), day, coalesce(taken.quantity, 0))
              end as sentence
            from kept full join taken using (property_id, kind, day)
            where coalesce(kept.booked, 0) <> coalesce(taken.quantity, 0)
            union all
            select format('oversold %s %s %s', property_id, kind, day),
              format('Listing %s has %s %ss booked on %s, and only %s there are', property_id,
                booked, lower(kind), day, capacity)
            from kept where booked > capacity
            """,
        first);
    capacityAgainstOffer(evidence);
  }

  /** A day that is over follows its listing no longer, and somewhere it is tomorrow already. */
  private void capacityAgainstOffer(Evidence evidence) throws SQLException {
    evidence.counterexamples(
        """
        with days as (
          select i.property_id, i.kind, i.day, i.booked, i.capacity, o.places
          from inventory i join listing_offer o using (property_id, kind) where i.day > ?)
        select format('beyond %s %s %s', property_id, kind, day) as identity,
          format('Listing %s has %s %ss booked on %s, and offers only %s', property_id, booked,
            lower(kind), day, places) as sentence
        from days where booked > places
        union all
        select format('capacity %s %s %s', property_id, kind, day),
          format('Listing %s has room for %s %ss on %s, and offers %s', property_id,
            coalesce(capacity::text, 'any number of'), lower(kind), day,
            coalesce(places::text, 'any number'))
        from days
        where capacity is distinct from case when places is not null then greatest(places, booked) end
        """,
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
  }

  private static String kindOfBooking() {
    return Arrays.stream(BookingType.values())
        .map(type -> "when '%s' then '%s'".formatted(type, type.kind()))
        .collect(Collectors.joining(" ", "case booking_type ", " end"));
  }
}
