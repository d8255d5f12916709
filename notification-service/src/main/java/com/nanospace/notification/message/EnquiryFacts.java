package com.nanospace.notification.message;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An enquiry for those who answer it; binds to the members of {@code booking.enquiry.v1}. */
public record EnquiryFacts(
    UUID enquiryId,
    String name,
    String email,
    @Nullable String phone,
    @Nullable String subject,
    @Nullable String message,
    @Nullable String city,
    @Nullable String propertyName,
    @Nullable BigDecimal budget,
    @Nullable Integer seatsRequired,
    @Nullable LocalDate moveInDate)
    implements Facts {

  public EnquiryFacts {
    Objects.requireNonNull(enquiryId, "enquiry_id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(email, "email");
  }

  public List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    addIfKnown(details, "Name", name);
    addIfKnown(details, "E-mail", email);
    addIfKnown(details, "Phone", phone);
    addIfKnown(details, "Space", propertyName);
    addIfKnown(details, "City", city);
    addIfKnown(details, "Subject", subject);
    addIfKnown(details, "Seats", seatsRequired == null ? null : seatsRequired.toString());
    addIfKnown(details, "Budget", budget == null ? null : Formats.money(budget, "INR"));
    addIfKnown(details, "Move-in", moveInDate == null ? null : Formats.day(moveInDate));
    addIfKnown(details, "Message", message);
    return details;
  }

  @Override
  public String path() {
    return "/enquiries/" + enquiryId;
  }

  private static void addIfKnown(List<Detail> details, String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      details.add(new Detail(label, value));
    }
  }
}
