package com.nanospace.booking.enquiry;

import com.nanospace.booking.listing.Listing;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place an enquiry is about.
 *
 * @param propertyId {@code null} when it is about no certain listing; name and type are then what
 *     the person wrote
 * @param ownerId who is asked
 */
@Embeddable
public record Interest(
    @Nullable UUID propertyId,
    @Nullable String propertyName,
    @Nullable String propertyType,
    @Nullable UUID ownerId) {

  static final Interest NONE = new Interest(null, null, null, null);

  static Interest in(Listing listing) {
    return new Interest(listing.id(), listing.name(), listing.type(), listing.ownerId());
  }

  static Interest described(@Nullable String name, @Nullable String type) {
    return new Interest(null, name, type, null);
  }
}
