package com.nanospace.property.listing.search;

import static com.nanospace.property.listing.search.SearchFixture.anything;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.kit.Ids;
import com.nanospace.kit.http.PageRequest;
import com.nanospace.property.listing.Capacity;
import com.nanospace.property.listing.Listing;
import com.nanospace.property.listing.ListingDetails;
import com.nanospace.property.listing.ListingStatus;
import com.nanospace.property.listing.ListingType;
import com.nanospace.property.listing.Listings;
import com.nanospace.property.listing.Page;
import com.nanospace.property.listing.Place;
import com.nanospace.property.listing.Prices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The SQL finds what the plain words of {@link NaiveSearch} say, in random searches. */
@QuarkusTest
class SearchListingsTest {

  private static final List<String> CITIES = List.of("Pune", "München", "Zürich 100%", "a_b");
  private static final List<String> WORDS =
      List.of(
          "desk", "lake", "100%", "a_b", "back\\slash", "quiet", "बेंगलुरु", "o'brien", "%", "_");
  private static final List<String> AMENITIES =
      List.of("WiFi", "Parking", "Tea \"n\" coffee", "24/7");

  @Inject SearchListings searchListings;
  @Inject Listings listings;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  void findsWhatThePlainWordsSay() {
    System.out.println("findsWhatThePlainWordsSay seed " + seed);
    QuarkusTransaction.requiringNew()
        .run(() -> IntStream.range(0, 150).forEach(i -> listings.persist(listing())));
    List<Listing> approved =
        QuarkusTransaction.requiringNew()
            .call(() -> listings.list("status", ListingStatus.APPROVED));

    int found = 0;
    for (int i = 0; i < 400; i++) {
      SearchCriteria criteria = criteria();
      List<UUID> expected = ids(NaiveSearch.find(criteria, approved));
      List<UUID> actual = ids(allPages(criteria));

      if (criteria.sort() == SearchSort.RELEVANCE) {
        assertThat(actual).as("%s", criteria).containsExactlyInAnyOrderElementsOf(expected);
      } else {
        assertThat(actual).as("%s", criteria).isEqualTo(expected);
      }
      found += expected.size();
    }
    assertThat(found).as("searches that found something").isGreaterThan(1000);
  }

  @Test
  void aHitInTheNameComesFirst() {
    String word = "w" + UUID.randomUUID().toString().replace("-", "");
    UUID inName = approved("The %s House".formatted(word), "nothing");
    UUID inText = approved("Other", "near the %s, really".formatted(word));

    assertThat(ids(allPages(anything().words(word).sorted(SearchSort.RELEVANCE).criteria())))
        .containsExactly(inName, inText);
  }

  private UUID approved(String name, String description) {
    Listing listing =
        Listing.submitted(
            Ids.next(),
            UUID.randomUUID(),
            details(name, description, "Pune", null),
            Instant.parse("2026-11-01T00:00:00Z"));
    listing.approve(Instant.parse("2026-11-02T00:00:00Z"));
    QuarkusTransaction.requiringNew().run(() -> listings.persist(listing));
    return listing.id();
  }

  private List<Listing> allPages(SearchCriteria criteria) {
    List<Listing> all = new ArrayList<>();
    for (int number = 1; ; number++) {
      Page<Listing> page = searchListings.search(criteria, new PageRequest(number, 7));
      all.addAll(page.entries());
      if (page.entries().size() < 7) {
        assertThat(page.total()).isEqualTo(all.size());
        return all;
      }
    }
  }

  private SearchCriteria criteria() {
    SearchFixture search = anything();
    if (chance(4)) {
      search.type(pick(List.of(ListingType.values())));
    }
    if (chance(3)) {
      search.city(anyCase(pick(CITIES)));
    }
    if (chance(6)) {
      search.area(anyCase(pick(WORDS)));
    }
    if (chance(3)) {
      search.words(anyCase(pick(WORDS) + (chance(2) ? " " + pick(WORDS) : "")));
    }
    if (chance(3)) {
      search.prices(price(), price());
    }
    if (chance(4)) {
      search.amenities(List.of(anyCase(pick(AMENITIES)), anyCase(pick(AMENITIES))));
    }
    SearchSort sort = pick(List.of(SearchSort.values()));
    boolean near = sort == SearchSort.DISTANCE || chance(3);
    if (near) {
      Optional<BigDecimal> radius =
          chance(2) ? Optional.of(BigDecimal.valueOf(1 + random.nextInt(499))) : Optional.empty();
      double longitude = chance(2) ? 179.5 - random.nextDouble() : -179.5 + random.nextDouble();
      search.near(random.nextDouble() * 4 - 2, longitude, radius);
    }
    return search.sorted(sort).criteria();
  }

  private Listing listing() {
    Instant created = Instant.parse("2026-11-01T00:00:00Z").plusSeconds(random.nextInt(20));
    String description = chance(3) ? null : pick(WORDS) + ", " + pick(WORDS);
    Listing listing =
        Listing.submitted(
            Ids.next(),
            UUID.randomUUID(),
            details(
                pick(WORDS) + " " + pick(WORDS),
                description,
                pick(CITIES),
                chance(2) ? pick(WORDS) : null),
            created);
    switch (random.nextInt(8)) {
      case 0 -> {}
      case 1 -> listing.reject("No photos", created);
      case 2 -> listing.archive(created);
      default -> listing.approve(created);
    }
    return listing;
  }

  private ListingDetails details(String name, String description, String city, String area) {
    boolean located = !chance(4);
    return new ListingDetails(
        name,
        pick(List.of(ListingType.values())),
        description,
        new Place(
            city,
            area,
            "1 Road",
            located ? BigDecimal.valueOf(random.nextInt(40) / 10.0 - 2) : null,
            located
                ? BigDecimal.valueOf((chance(2) ? 178 : -180) + random.nextInt(20) / 10.0)
                : null),
        new Prices(
            price().orElse(null),
            price().orElse(null),
            price().orElse(null),
            price().orElse(null),
            "INR"),
        new Capacity(null, null, 0),
        AMENITIES.stream().filter(a -> chance(2)).toList(),
        List.of(),
        "Asia/Kolkata");
  }

  private Optional<BigDecimal> price() {
    return chance(3) ? Optional.empty() : Optional.of(BigDecimal.valueOf(random.nextInt(20)));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private String anyCase(String text) {
    return chance(2) ? text : text.toUpperCase(java.util.Locale.ROOT);
  }

  private static List<UUID> ids(List<Listing> listings) {
    return listings.stream().map(Listing::id).toList();
  }
}
