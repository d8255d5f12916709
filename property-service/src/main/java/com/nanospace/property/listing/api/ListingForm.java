package com.nanospace.property.listing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.nanospace.property.listing.Listing;
import com.nanospace.property.listing.ListingDetails;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an owner fills in; {@link ListingReading} makes details of it.
 *
 * @param type any usual spelling of a type
 * @param price shorthand for the price that {@code period} names
 * @param availableSeats lower than the total keeps the difference off the platform
 * @param currency ISO 4217, INR when absent
 * @param timeZone IANA name, Asia/Kolkata when absent
 */
@Schema(name = "PropertyForm")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListingForm(
    @Stated @Size(max = 200, message = "must have at most 200 characters") @Nullable String name,
    @Stated @Size(max = 100, message = "must have at most 100 characters") @Nullable String type,
    @Size(max = 5000, message = "must have at most 5000 characters") @Nullable String description,
    @Stated @Size(max = 100, message = "must have at most 100 characters") @Nullable String city,
    @Size(max = 100, message = "must have at most 100 characters") @Nullable String area,
    @Stated @Size(max = 500, message = "must have at most 500 characters") @Nullable String address,
    @DecimalMin(value = "-90", message = "must be between -90 and 90")
        @DecimalMax(value = "90", message = "must be between -90 and 90")
        @Digits(integer = 3, fraction = 15, message = "must have at most 15 decimals")
        @Nullable BigDecimal latitude,
    @DecimalMin(value = "-180", message = "must be between -180 and 180")
        @DecimalMax(value = "180", message = "must be between -180 and 180")
        @Digits(integer = 3, fraction = 15, message = "must have at most 15 decimals")
        @Nullable BigDecimal longitude,
    @Price @Nullable BigDecimal pricePerSeat,
    @Price @Nullable BigDecimal pricePerCabin,
    @Price @Nullable BigDecimal pricePerMonth,
    @Price @Nullable BigDecimal pricePerDay,
    @Price @Nullable BigDecimal price,
    @Nullable String period,
    @Nullable String currency,
    @Size(max = 50, message = "must have at most 50 entries")
        @Nullable
            List<
                @Stated @Size(max = 50, message = "must have at most 50 characters") @Nullable
                String>
            amenities,
    @Size(max = 20, message = "must have at most 20 entries")
        @Nullable
            List<
                @Stated @Size(max = 500, message = "must have at most 500 characters") @Nullable
                String>
            images,
    @Min(value = 1, message = "must be between 1 and 100000")
        @Max(value = 100_000, message = "must be between 1 and 100000")
        @Nullable Integer totalSeats,
    @Min(value = 1, message = "must be between 1 and 100000")
        @Max(value = 100_000, message = "must be between 1 and 100000")
        @Nullable Integer totalCabins,
    @Min(value = 0, message = "must be between 0 and 100000")
        @Max(value = 100_000, message = "must be between 0 and 100000")
        @Nullable Integer availableSeats,
    @Nullable String timeZone) {

  /** The form as its owner would fill it in to state what is stated now. */
  static ListingForm of(Listing listing) {
    ListingDetails details = listing.details();
    return new ListingForm(
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
        null,
        null,
        details.prices().currency(),
        details.amenities(),
        details.images(),
        details.capacity().totalSeats(),
        details.capacity().totalCabins(),
        null,
        details.timeZone());
  }
}
