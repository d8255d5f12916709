package com.nanospace.booking.enquiry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.nanospace.booking.enquiry.Enquiry;
import com.nanospace.booking.enquiry.Interest;
import com.nanospace.booking.enquiry.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An enquiry as who asked, the owner and admins see it; only admins see their notes. */
@Schema(name = "Enquiry")
public record EnquiryView(
    UUID id,
    @Schema(enumeration = {"new", "contacted", "resolved", "closed"}) String status,
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
    @Nullable UUID customerId,
    @Nullable BigDecimal budget,
    @Nullable Integer seatsRequired,
    @Nullable LocalDate moveInDate,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String adminNotes,
    Instant createdAt,
    Instant updatedAt) {

  public static EnquiryView of(Enquiry enquiry) {
    return of(enquiry, null);
  }

  static EnquiryView forAdmin(Enquiry enquiry) {
    return of(enquiry, enquiry.adminNotes().orElse(null));
  }

  private static EnquiryView of(Enquiry enquiry, @Nullable String adminNotes) {
    Question question = enquiry.question();
    Interest interest = enquiry.interest();
    return new EnquiryView(
        enquiry.id(),
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
        enquiry.customerId().orElse(null),
        question.budget(),
        question.seatsRequired(),
        question.moveInDate(),
        adminNotes,
        enquiry.createdAt(),
        enquiry.updatedAt());
  }
}
