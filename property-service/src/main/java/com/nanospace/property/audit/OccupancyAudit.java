package com.nanospace.property.audit;

import com.nanospace.kit.audit.Audit;
import com.nanospace.kit.audit.Evidence;
import com.nanospace.kit.audit.Replica;
import com.nanospace.kit.audit.ToldStates;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;

/** What bookings take of listings is what booking-service has told. */
@ApplicationScoped
class OccupancyAudit implements Audit {

  private static final Replica OCCUPANCY =
      new Replica(
          new ToldStates(
              "booking.booking.v1",
              "^com\\.nanospace\\.booking\\.(requested|confirmed|declined|cancelled|expired)\\.v1$",
              Set.of(
                  "version",
                  "status",
                  "property_id",
                  "booking_type",
                  "quantity",
                  "start_date",
                  "end_date")),
          """
          jsonb_build_object('version', r.state -> 'version',
            'listing_id', r.state -> 'property_id',
            'holding', r.state ->> 'status' in ('pending', 'confirmed'),
            'unit', case r.state ->> 'booking_type' when 'cabin' then 'cabin' else 'seat' end,
            'quantity', r.state -> 'quantity', 'start_date', r.state -> 'start_date',
            'end_date', r.state -> 'end_date')
          """,
          """
          select booking_id::text as key, to_jsonb(o) - 'booking_id' as state
          from (
            select booking_id, version, listing_id, holding, unit, quantity, start_date, end_date
            from occupancy) o
          """);

  @Override
  public String name() {
    return "occupancy";
  }

  @Override
  public void look(Evidence evidence) throws SQLException {
    OCCUPANCY.compare(evidence);
  }
}
