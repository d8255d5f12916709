package com.nanospace.notification.enquiry;

import com.nanospace.notification.delivery.Recipient;
import com.nanospace.notification.message.AcknowledgementFacts;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who asks, and who is asked. */
record EnquiryParties(
    UUID enquiryId,
    String email,
    @Nullable UUID customerId,
    @Nullable UUID ownerId,
    @Nullable String propertyName) {

  EnquiryParties {
    Objects.requireNonNull(enquiryId, "enquiry_id");
    Objects.requireNonNull(email, "email");
  }

  Recipient enquirer() {
    return customerId == null ? Recipient.address(email) : Recipient.personAt(customerId, email);
  }

  /** The owner of the listing; nobody when the enquiry is about no particular one. */
  Optional<Recipient> owner() {
    return Optional.ofNullable(ownerId).map(Recipient::person);
  }

  /** Only a listing with an owner has its name from us; else the enquirer may have made it up. */
  AcknowledgementFacts acknowledgement() {
    return new AcknowledgementFacts(enquiryId, ownerId == null ? null : propertyName);
  }
}
