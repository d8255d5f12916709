package com.nanospace.property.listing.api;

import com.nanospace.kit.http.Query;
import com.nanospace.property.listing.ListingType;
import com.nanospace.property.listing.search.SearchCriteria;
import com.nanospace.property.listing.search.SearchSort;
import com.nanospace.property.listing.search.Spot;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads what somebody looks for from the query parameters. */
final class SearchRequest {

  private static final BigDecimal HIGHEST_PRICE = new BigDecimal("1000000000000");
  private static final BigDecimal WIDEST_RADIUS_KM = new BigDecimal("500");
  private static final BigDecimal SMALLEST_RADIUS_KM = new BigDecimal("0.001");

  private final Query query;

  SearchRequest(Query query) {
    this.query = query;
  }

  SearchCriteria criteria() {
    Optional<Spot> near = near();
    Optional<BigDecimal> radius =
        decimal("radius_km", SMALLEST_RADIUS_KM, WIDEST_RADIUS_KM, 6)
            .filter(
                km -> near.isPresent() || query.reject("radius_km", "needs lat and lng as well"));
    Optional<String> words = query.text("q", 200);
    return new SearchCriteria(
        type(),
        query.text("city", 100),
        query.text("area", 100),
        words,
        decimal("min_price", BigDecimal.ZERO, HIGHEST_PRICE, 2),
        decimal("max_price", BigDecimal.ZERO, HIGHEST_PRICE, 2),
        query.texts("amenities", 50, 50),
        near,
        radius,
        sort(near, words));
  }

  private Optional<ListingType> type() {
    Optional<String> spelling = query.text("type", 100);
    Optional<ListingType> type = spelling.flatMap(ListingType::spelled);
    if (spelling.isPresent() && type.isEmpty()) {
      query.reject("type", "must be one of " + ListingType.wireNames());
    }
    return type;
  }

  private Optional<Spot> near() {
    BigDecimal limit = new BigDecimal("90");
    Optional<BigDecimal> latitude = decimal("lat", limit.negate(), limit, 15);
    limit = new BigDecimal("180");
    Optional<BigDecimal> longitude = decimal("lng", limit.negate(), limit, 15);
    boolean hasLatitude = query.text("lat", 100).isPresent();
    if (hasLatitude != query.text("lng", 100).isPresent()) {
      query.reject(hasLatitude ? "lng" : "lat", "lat and lng are given together");
    }
    return latitude.flatMap(lat -> longitude.map(lng -> new Spot(lat, lng)));
  }

  /** Those who say what words they look for get the best hits first, others what is new. */
  private SearchSort sort(Optional<Spot> near, Optional<String> words) {
    SearchSort sort =
        query
            .choice("sort", SearchSort.class, SearchSort::wireName)
            .orElse(words.isPresent() ? SearchSort.RELEVANCE : SearchSort.NEWEST);
    if (sort == SearchSort.DISTANCE && near.isEmpty()) {
      query.reject("sort", "distance needs lat and lng");
      return SearchSort.NEWEST;
    }
    return sort;
  }

  private Optional<BigDecimal> decimal(
      String name, BigDecimal min, BigDecimal max, int maxDecimals) {
    return query
        .decimal(name, min, max)
        .filter(
            value ->
                value.stripTrailingZeros().scale() <= maxDecimals
                    || query.reject(name, "must have at most %d decimals".formatted(maxDecimals)));
  }
}
