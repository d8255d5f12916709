package com.nanospace.booking.audit;

import com.nanospace.kit.audit.Audit;
import com.nanospace.kit.audit.Evidence;
import com.nanospace.kit.audit.Replica;
import com.nanospace.kit.audit.ToldStates;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;

/** The replica of listings has what property-service has told. */
@ApplicationScoped
class ListingsAudit implements Audit {

  private static final Replica LISTINGS =
      new Replica(
          new ToldStates(
              "property.listing.v1",
              "^com\\.nanospace\\.listing\\.",
              Set.of(
                  "version",
                  "owner_id",
                  "name",
                  "type",
                  "city",
                  "price_per_seat",
                  "price_per_cabin",
                  "price_per_month",
                  "price_per_day",
                  "currency",
                  "bookable_seats",
                  "total_cabins",
                  "time_zone",
                  "status")),
          """
          r.state || jsonb_build_object(
            'time_zone', coalesce(r.state ->> 'time_zone', 'Asia/Kolkata'))
          """,
          """
          select id::text as key, to_jsonb(l) - 'id' as state
          from (
            select id, version, owner_id, name, type, city, price_per_seat, price_per_cabin,
              price_per_month, price_per_day, currency, bookable_seats, total_cabins, time_zone,
              lower(status) as status
            from listing) l
          """);

  @Override
  public String name() {
    return "listings";
  }

  @Override
  public void look(Evidence evidence) throws SQLException {
    LISTINGS.compare(evidence);
  }
}
