package com.nanospace.booking.reservation.messaging;

import com.nanospace.booking.reservation.Booking;
import com.nanospace.booking.reservation.Cancellation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state of a booking as every event of {@code booking.booking.v1} carries it. */
record BookingPayload(
    UUID bookingId,
    int version,
    String status,
    UUID propertyId,
    String propertyName,
    String propertyType,
    String propertyCity,
    UUID ownerId,
    UUID customerId,
    String bookingType,
    int quantity,
    LocalDate startDate,
    LocalDate endDate,
    BigDecimal totalAmount,
    String currency,
    @Nullable String customerName,
    @Nullable String customerEmail,
    @Nullable String customerPhone,
    @Nullable String notes,
    @Nullable String cancelledBy,
    @Nullable String cancellationReason,
    @Nullable Instant holdExpiresAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant cancelledAt,
    Instant occurredAt) {

  static BookingPayload of(Booking booking) {
    return new BookingPayload(
        booking.id(),
        booking.version(),
        booking.status().word(),
        booking.place().propertyId(),
        booking.place().propertyName(),
        booking.place().propertyType(),
        booking.place().propertyCity(),
        booking.place().ownerId(),
        booking.customerId(),
        booking.type().word(),
        booking.quantity(),
        booking.stay().startDate(),
        booking.stay().endDate(),
        booking.total().amount(),
        booking.total().currency(),
        booking.contact().name(),
        booking.contact().email(),
        booking.contact().phone(),
        booking.notes().orElse(null),
        booking.cancellation().map(how -> how.by().word()).orElse(null),
        booking.cancellation().map(Cancellation::reason).orElse(null),
        booking.holdExpiresAt().orElse(null),
        booking.createdAt(),
        booking.updatedAt(),
        booking.confirmedAt().orElse(null),
        booking.cancellation().map(Cancellation::at).orElse(null),
        booking.updatedAt());
  }
}
