package com.nanospace.property.listing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * All that an owner states of a space.
 *
 * @param amenities as written, each once
 * @param images {@code /api/uploads/…} or absolute http(s) addresses
 * @param timeZone IANA name; days of a stay count in it
 */
@Embeddable
public record ListingDetails(
    String name,
    @Enumerated(EnumType.STRING) ListingType type,
    @Nullable String description,
    Place place,
    Prices prices,
    Capacity capacity,
    @JdbcTypeCode(SqlTypes.JSON) List<String> amenities,
    @JdbcTypeCode(SqlTypes.JSON) List<String> images,
    String timeZone) {

  public ListingDetails {
    amenities = List.copyOf(amenities);
    images = List.copyOf(images);
  }

  /**
   * Whether the public would see another space than the one that was approved. What changes from
   * day to day, prices, seats and amenities, is the owner's own business.
   */
  boolean isAnotherSpaceThan(ListingDetails approved) {
    return !name.equals(approved.name)
        || type != approved.type
        || !place.equals(approved.place)
        || !Objects.equals(description, approved.description)
        || !images.equals(approved.images);
  }
}
