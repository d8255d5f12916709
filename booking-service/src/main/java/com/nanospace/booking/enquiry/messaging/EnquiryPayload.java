package com.nanospace.booking.enquiry.messaging;

import com.nanospace.booking.enquiry.Enquiry;
import com.nanospace.booking.enquiry.Interest;
import com.nanospace.booking.enquiry.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state of an enquiry as every event of {@code booking.enquiry.v1} carries it. */
record EnquiryPayload(
    UUID enquiryId,
    int version,
    String status,
    String name,
    String email,
    @Nullable String phone,
    @Nullable String enquiryType,
    @Nullable String subject,
    @Nullable String message,
    @Nullable String city,
    @Nullable UUID propertyId,
    @Nullable String propertyName,
    @Nullable String propertyType,
    @Nullable UUID ownerId,
    @Nullable UUID customerId,
    @Nullable BigDecimal budget,
    @Nullable Integer seatsRequired,
    @Nullable LocalDate moveInDate,
    Instant createdAt,
    Instant occurredAt) {

  static EnquiryPayload of(Enquiry enquiry) {
    Question question = enquiry.question();
    Interest interest = enquiry.interest();
    return new EnquiryPayload(
        enquiry.id(),
        enquiry.version(),
        enquiry.status().word(),
        question.name(),
        question.email(),
        question.phone(),
        question.enquiryType(),
        question.subject(),
        question.message(),
        question.city(),
        interest.propertyId(),
        interest.propertyName(),
        interest.propertyType(),
        interest.ownerId(),
        enquiry.customerId().orElse(null),
        question.budget(),
        question.seatsRequired(),
        question.moveInDate(),
        enquiry.createdAt(),
        enquiry.updatedAt());
  }
}
