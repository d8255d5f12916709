package com.nanospace.property.audit;

import com.nanospace.kit.audit.Audit;
import com.nanospace.kit.audit.Evidence;
import com.nanospace.kit.audit.Source;
import com.nanospace.kit.audit.ToldStates;
import com.nanospace.property.listing.messaging.ListingEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;

/** Others were told of each listing as it is now. */
@ApplicationScoped
class ListingsAudit implements Audit {

  private static final Source LISTINGS =
      new Source(
          new ToldStates(
              ListingEvents.TOPIC,
              "^com\\.nanospace\\.listing\\.",
              Set.of(
                  "version",
                  "owner_id",
                  "name",
                  "city",
                  "address",
                  "price_per_seat",
                  "price_per_cabin",
                  "price_per_month",
                  "price_per_day",
                  "currency",
                  "amenities",
                  "total_seats",
                  "total_cabins",
                  "bookable_seats",
                  "time_zone",
                  "status",
                  "rejection_reason")),
          """
          select id::text as key, updated_at as changed_at,
            jsonb_build_object('version', version, 'owner_id', owner_id, 'name', name,
              'city', city, 'address', address, 'price_per_seat', price_per_seat,
              'price_per_cabin', price_per_cabin, 'price_per_month', price_per_month,
              'price_per_day', price_per_day, 'currency', currency, 'amenities', amenities,
              'total_seats', total_seats, 'total_cabins', total_cabins,
              'bookable_seats', total_seats - coalesce(withheld_seats, 0),
              'time_zone', time_zone, 'status', status, 'rejection_reason', rejection_reason)
              as state
          from listing
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
