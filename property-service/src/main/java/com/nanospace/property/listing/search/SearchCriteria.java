package com.nanospace.property.listing.search;

import com.nanospace.property.listing.ListingType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for.
 *
 * @param words all of them must occur in name, city, area or description
 * @param minPrice with {@code maxPrice}, the range that at least one of the prices must lie in
 * @param amenities the listing must have all of them
 * @param near where distances start
 * @param radiusKm needs {@code near}
 */
public record SearchCriteria(
    Optional<ListingType> type,
    Optional<String> city,
    Optional<String> area,
    Optional<String> words,
    Optional<BigDecimal> minPrice,
    Optional<BigDecimal> maxPrice,
    List<String> amenities,
    Optional<Spot> near,
    Optional<BigDecimal> radiusKm,
    SearchSort sort) {}
