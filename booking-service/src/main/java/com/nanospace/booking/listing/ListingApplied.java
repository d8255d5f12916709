package com.nanospace.booking.listing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The replica has taken over a newer state, in the current transaction, which holds the listing's
 * row.
 *
 * @param today the date where the listing is
 */
public record ListingApplied(UUID listingId, LocalDate today) {}
