package com.nanospace.booking.listing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a listing must not be booked beyond, because its owner is about to offer less.
 *
 * @param version of the listing that is about to change; a later state makes the ceiling obsolete
 * @param bookableSeats {@code null} when seats are not lowered
 * @param totalCabins {@code null} when cabins are not lowered
 */
public record Ceiling(
    UUID listingId, long version, @Nullable Integer bookableSeats, @Nullable Integer totalCabins) {}
