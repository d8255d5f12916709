package com.nanospace.booking.reservation.api;

import com.nanospace.booking.reservation.Booking;
import com.nanospace.booking.reservation.Cancellation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A booking as its customer, the property's owner and admins see it. */
@Schema(name = "Booking")
public record BookingView(
    UUID id,
    UUID customerId,
    UUID propertyId,
    String propertyName,
    String propertyType,
    String propertyCity,
    String bookingType,
    int quantity,
    LocalDate startDate,
    @Schema(description = "The day of leaving") LocalDate endDate,
    BigDecimal totalAmount,
    String currency,
    @Schema(enumeration = {"pending", "confirmed", "cancelled"}) String status,
    @Schema(description = "Until when a pending booking waits for the owner's answer")
        @Nullable Instant holdExpiresAt,
    @Nullable String customerName,
    @Nullable String customerEmail,
    @Nullable String customerPhone,
    @Nullable String notes,
    @Schema(enumeration = {"customer", "owner", "admin", "system"}) @Nullable String cancelledBy,
    @Nullable String cancellationReason,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant cancelledAt) {

  public static BookingView of(Booking booking) {
    return new BookingView(
        booking.id(),
        booking.customerId(),
        booking.place().propertyId(),
        booking.place().propertyName(),
        booking.place().propertyType(),
        booking.place().propertyCity(),
        booking.type().word(),
        booking.quantity(),
        booking.stay().startDate(),
        booking.stay().endDate(),
        booking.total().amount(),
        booking.total().currency(),
        booking.status().word(),
        booking.holdExpiresAt().orElse(null),
        booking.contact().name(),
        booking.contact().email(),
        booking.contact().phone(),
        booking.notes().orElse(null),
        booking.cancellation().map(how -> how.by().word()).orElse(null),
        booking.cancellation().map(Cancellation::reason).orElse(null),
        booking.createdAt(),
        booking.updatedAt(),
        booking.confirmedAt().orElse(null),
        booking.cancellation().map(Cancellation::at).orElse(null));
  }
}
