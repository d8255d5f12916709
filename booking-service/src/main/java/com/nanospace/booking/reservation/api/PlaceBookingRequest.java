package com.nanospace.booking.reservation.api;

import com.nanospace.booking.customer.Contact;
import com.nanospace.booking.customer.PhoneNumbers;
import com.nanospace.booking.reservation.BookingType;
import com.nanospace.booking.reservation.Wish;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a booking and of a quote. Empty texts count as absent, as forms send them. */
@Schema(name = "BookingRequest")
record PlaceBookingRequest(
    @NotNull(message = "must be given") UUID propertyId,
    @NotNull(message = "must be given")
        @Pattern(
            regexp = "(?i)\\s*(day|seat|cabin|month)\\s*",
            message = "must be one of day, seat, cabin, month")
        @Schema(examples = "day")
        String bookingType,
    @Schema(defaultValue = "1") @Min(1) @Max(10_000) @Nullable Integer quantity,
    @Schema(description = "Today, where the property is, unless given")
        @Nullable LocalDate startDate,
    @Schema(description = "The day of leaving; one day for day, else one month, unless given")
        @Nullable LocalDate endDate,
    @Schema(description = "What the client showed; refused when the price is another")
        @Digits(integer = 15, fraction = 2)
        @DecimalMin("0")
        @DecimalMax("1000000000000000")
        @Nullable BigDecimal totalAmount,
    @Size(max = 100) @Nullable String customerName,
    @Size(max = 254) @Email(message = "must be an e-mail address") @Nullable String customerEmail,
    @Size(max = 40) @Nullable String customerPhone,
    @Size(max = 5000) @Nullable String notes) {

  Wish wish() {
    return new Wish(
        propertyId,
        BookingType.of(bookingType),
        quantity == null ? 1 : quantity,
        startDate,
        endDate,
        totalAmount);
  }

  /** What the customer says; refuses a phone number that is none. */
  Contact contact() {
    String phone = given(customerPhone);
    return new Contact(
        given(customerName),
        given(customerEmail),
        phone == null ? null : PhoneNumbers.toE164("customer_phone", phone));
  }

  @Nullable String notesGiven() {
    return given(notes);
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
