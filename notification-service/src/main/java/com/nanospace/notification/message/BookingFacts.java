package com.nanospace.notification.message;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking; binds to the members of {@code booking.booking.v1}.
 *
 * @param endDate the first day after the stay
 * @param cancelledBy customer, owner, admin or system
 */
public record BookingFacts(
    UUID bookingId,
    String propertyName,
    @Nullable String propertyCity,
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
    @Nullable Instant holdExpiresAt)
    implements Facts {

  public BookingFacts {
    Objects.requireNonNull(bookingId, "booking_id");
    Objects.requireNonNull(propertyName, "property_name");
    Objects.requireNonNull(bookingType, "booking_type");
    Objects.requireNonNull(startDate, "start_date");
    Objects.requireNonNull(endDate, "end_date");
    Objects.requireNonNull(totalAmount, "total_amount");
    Objects.requireNonNull(currency, "currency");
  }

  /** The same booking of nobody in particular, without a word of theirs. */
  public BookingFacts withoutGuest() {
    return new BookingFacts(
        bookingId,
        propertyName,
        propertyCity,
        bookingType,
        quantity,
        startDate,
        endDate,
        totalAmount,
        currency,
        null,
        null,
        null,
        null,
        cancelledBy,
        "customer".equals(cancelledBy) ? null : cancellationReason,
        holdExpiresAt);
  }

  /** What both sides agreed on. */
  public List<Detail> stay() {
    List<Detail> details = new ArrayList<>();
    details.add(
        new Detail(
            "Space", propertyCity == null ? propertyName : propertyName + ", " + propertyCity));
    details.add(new Detail("From", Formats.day(startDate)));
    details.add(new Detail("To", Formats.day(endDate.minusDays(1))));
    details.add(new Detail("Booked", what()));
    details.add(new Detail("Total", Formats.money(totalAmount, currency)));
    return details;
  }

  /** Who comes, for the owner's eyes. */
  public List<Detail> guest() {
    List<Detail> details = new ArrayList<>();
    addIfKnown(details, "Guest", customerName);
    addIfKnown(details, "E-mail", customerEmail);
    addIfKnown(details, "Phone", customerPhone);
    addIfKnown(details, "Notes", notes);
    return details;
  }

  @Override
  public String path() {
    return "/bookings/" + bookingId;
  }

  private String what() {
    String unit =
        switch (bookingType) {
          case "cabin" -> quantity == 1 ? "cabin" : "cabins";
          case "month" -> quantity == 1 ? "monthly place" : "monthly places";
          case "day" -> quantity == 1 ? "day pass" : "day passes";
          default -> quantity == 1 ? "seat" : "seats";
        };
    return quantity + " " + unit;
  }

  private static void addIfKnown(List<Detail> details, String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      details.add(new Detail(label, value));
    }
  }
}
