package com.nanospace.property.listing.search;

import com.nanospace.property.listing.ListingType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Criteria for tests: {@code anything().city("Pune").criteria()}. */
final class SearchFixture {

  private Optional<ListingType> type = Optional.empty();
  private Optional<String> city = Optional.empty();
  private Optional<String> area = Optional.empty();
  private Optional<String> words = Optional.empty();
  private Optional<BigDecimal> minPrice = Optional.empty();
  private Optional<BigDecimal> maxPrice = Optional.empty();
  private List<String> amenities = List.of();
  private Optional<Spot> near = Optional.empty();
  private Optional<BigDecimal> radiusKm = Optional.empty();
  private SearchSort sort = SearchSort.NEWEST;

  private SearchFixture() {}

  static SearchFixture anything() {
    return new SearchFixture();
  }

  SearchFixture type(ListingType wanted) {
    type = Optional.of(wanted);
    return this;
  }

  SearchFixture city(String wanted) {
    city = Optional.of(wanted);
    return this;
  }

  SearchFixture area(String wanted) {
    area = Optional.of(wanted);
    return this;
  }

  SearchFixture words(String wanted) {
    words = Optional.of(wanted);
    return this;
  }

  SearchFixture prices(Optional<BigDecimal> min, Optional<BigDecimal> max) {
    minPrice = min;
    maxPrice = max;
    return this;
  }

  SearchFixture amenities(List<String> wanted) {
    amenities = wanted;
    return this;
  }

  SearchFixture near(double latitude, double longitude, Optional<BigDecimal> radius) {
    near = Optional.of(new Spot(BigDecimal.valueOf(latitude), BigDecimal.valueOf(longitude)));
    radiusKm = radius;
    return this;
  }

  SearchFixture sorted(SearchSort order) {
    sort = order;
    return this;
  }

  SearchCriteria criteria() {
    return new SearchCriteria(
        type, city, area, words, minPrice, maxPrice, amenities, near, radiusKm, sort);
  }
}
