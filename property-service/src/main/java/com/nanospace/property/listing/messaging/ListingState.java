package com.nanospace.property.listing.messaging;

import com.nanospace.property.listing.Listing;
import com.nanospace.property.listing.ListingDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A listing on the wire between services; the payload of every event of it. */
public record ListingState(
    UUID propertyId,
    long version,
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
    @Nullable Integer bookableSeats,
    String timeZone,
    String status,
    @Nullable String rejectionReason,
    Instant submittedAt,
    @Nullable Instant approvedAt,
    @Nullable Instant rejectedAt,
    @Nullable Instant archivedAt,
    Instant createdAt,
    Instant updatedAt,
    Instant occurredAt) {

  public static ListingState of(Listing listing) {
    ListingDetails details = listing.details();
    return new ListingState(
        listing.id(),
        listing.version(),
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
        details.capacity().bookableSeats(),
        details.timeZone(),
        listing.status().wireName(),
        listing.rejectionReason(),
        listing.submittedAt(),
        listing.approvedAt(),
        listing.rejectedAt(),
        listing.archivedAt(),
        listing.createdAt(),
        listing.updatedAt(),
        listing.updatedAt());
  }
}
