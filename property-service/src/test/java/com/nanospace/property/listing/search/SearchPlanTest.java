package com.nanospace.property.listing.search;

import static com.nanospace.property.listing.search.SearchFixture.anything;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.property.listing.ListingType;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** With enough listings, PostgreSQL answers each kind of search from an index. */
@QuarkusTest
class SearchPlanTest {

  @Inject EntityManager entities;

  @Test
  @TestTransaction
  void everySearchUsesAnIndex() {
    insertListings(20_000);

    assertOrderedBy(anything(), "ix_listing_newest");
    assertOrderedBy(anything().sorted(SearchSort.PRICE_ASCENDING), "ix_listing_lowest_price");
    assertOrderedBy(anything().sorted(SearchSort.PRICE_DESCENDING), "ix_listing_highest_price");

    assertFoundBy(anything().city("City 7"), "ix_listing_city");
    assertFoundBy(anything().area("Area 7"), "ix_listing_area");
    assertFoundBy(anything().type(ListingType.MEETING_ROOM), "ix_listing_type");
    assertFoundBy(anything().words("listing 12345"), "ix_listing_search_text");
    assertFoundBy(anything().amenities(List.of("amenity 7")), "ix_listing_amenity_keys");
    assertFoundBy(
        anything().near(10, 10, Optional.of(new BigDecimal("20"))), "ix_listing_location");
    SearchFixture range =
        anything().prices(Optional.of(new BigDecimal("4500")), Optional.of(new BigDecimal("4505")));
    for (String price : List.of("seat", "cabin", "month", "day")) {
      assertFoundBy(range, "ix_listing_price_per_" + price);
    }
  }

  /** The first page comes from an index that has the order. */
  private void assertOrderedBy(SearchFixture search, String index) {
    SearchStatement statement = new SearchStatement(search.criteria());
    Query query = entities.createNativeQuery("explain " + statement.pageSql(), String.class);
    statement.bindPage(query, 0, 20);
    assertThat(plan(query)).contains(index).doesNotContain("Seq Scan");
  }

  /** Without an order, the condition alone picks the index. */
  private void assertFoundBy(SearchFixture search, String index) {
    SearchStatement statement = new SearchStatement(search.criteria());
    Query query = entities.createNativeQuery("explain " + statement.totalSql(), String.class);
    statement.bindTotal(query);
    assertThat(plan(query)).contains(index).doesNotContain("Seq Scan");
  }

  private static String plan(Query query) {
    List<?> lines = query.getResultList();
    return lines.stream().map(String::valueOf).collect(Collectors.joining("\n"));
  }

  private void insertListings(int count) {
    entities
        .createNativeQuery(
            """
            insert into listing (id, owner_id, version, name, type, description, city, area,
              address, latitude, longitude, price_per_seat, price_per_cabin, price_per_month,
              price_per_day, currency, amenities, images, withheld_seats, time_zone, status,
              submitted_at, approved_at, created_at, updated_at, city_key, area_key, amenity_keys,
              search_text)
            select gen_random_uuid(), gen_random_uuid(), 1, 'Listing ' || n,
              case when n % 100 = 0 then 'meeting_room' else 'coworking' end, null, 'City ' || n % 100,
              'Area ' || n % 200, '1 Road', n % 170 - 85, n % 350 - 175, 1000 + n, 2000 + n, 3000 + n,
              4000 + n, 'INR', jsonb_build_array('Amenity ' || n % 300), '[]', 0, 'UTC', 'approved',
              now(), now(), now() - n * interval '1 minute', now(), 'city ' || n % 100,
              'area ' || n % 200, jsonb_build_array('amenity ' || n % 300), 'listing ' || n
            from generate_series(1, :count) as n
            """)
        .setParameter("count", count)
        .executeUpdate();
    entities.createNativeQuery("analyze listing").executeUpdate();
  }
}
