package com.nanospace.notification.booking;

import com.nanospace.notification.delivery.Recipient;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The two sides of a booking.
 *
 * @param customerEmail the contact given with the booking, which may differ from the account's
 */
record BookingParties(UUID customerId, @Nullable String customerEmail, UUID ownerId) {

  BookingParties {
    Objects.requireNonNull(customerId, "customer_id");
    Objects.requireNonNull(ownerId, "owner_id");
  }

  Recipient customer() {
    return Recipient.personAt(customerId, customerEmail);
  }

  Recipient owner() {
    return Recipient.person(ownerId);
  }
}
