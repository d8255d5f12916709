package com.nanospace.notification.message;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decided listing; binds to the members of {@code property.listing.v1}. */
public record ListingFacts(
    UUID propertyId, String name, String city, @Nullable String rejectionReason) implements Facts {

  public ListingFacts {
    Objects.requireNonNull(propertyId, "property_id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(city, "city");
  }

  @Override
  public String path() {
    return "/properties/" + propertyId;
  }
}
