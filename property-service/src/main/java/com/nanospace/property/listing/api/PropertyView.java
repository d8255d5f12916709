package com.nanospace.property.listing.api;

import com.nanospace.property.listing.Listing;
import com.nanospace.property.listing.ListingDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A listing as clients see it.
 *
 * @param availableSeats how many seats are free today; {@code null} when seats are not counted
 */
@Schema(name = "Property")
public record PropertyView(
    UUID id,
    UUID ownerId,
    String name,
    String type,
    @Nullable String description,
    String city,
    @Nullable String area,
    String address,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude,
    @Nullable BigDecimal pricePerSeat,
    @Nullable BigDecimal pricePerCabin,
    @Nullable BigDecimal pricePerMonth,
    @Nullable BigDecimal pricePerDay,
    String currency,
    List<String> amenities,
    List<String> images,
    @Nullable Integer totalSeats,
    @Nullable Integer totalCabins,
    @Nullable Integer availableSeats,
    String timeZone,
    String status,
    @Nullable String rejectionReason,
    Instant submittedAt,
    @Nullable Instant approvedAt,
    @Nullable Instant rejectedAt,
    Instant createdAt,
    Instant updatedAt) {

  static PropertyView of(Listing listing, @Nullable Integer freeSeats) {
    ListingDetails details = listing.details();
    return new PropertyView(
        listing.id(),
        listing.ownerId(),
        details.name(),
        details.type().wireName(),
        details.description(),
        details.place().city(),
        details.place().area(),
        details.place().address(),
        details.place().latitude(),
        details.place().longitude(),
        details.prices().pricePerSeat(),
        details.prices().pricePerCabin(),
        details.prices().pricePerMonth(),
        details.prices().pricePerDay(),
        details.prices().currency(),
        details.amenities(),
        details.images(),
        details.capacity().totalSeats(),
        details.capacity().totalCabins(),
        freeSeats,
        details.timeZone(),
        listing.status().wireName(),
        listing.rejectionReason(),
        listing.submittedAt(),
        listing.approvedAt(),
        listing.rejectedAt(),
        listing.createdAt(),
        listing.updatedAt());
  }
}
