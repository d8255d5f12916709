package com.nanospace.booking.privacy;

import com.nanospace.booking.customer.CustomerErased;
import com.nanospace.booking.enquiry.Enquiries;
import com.nanospace.booking.reservation.Bookings;
import com.nanospace.kit.idempotency.IdempotentReplies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes an erased customer's name, addresses and words out of bookings and enquiries. What was
 * booked when and for how much stays: owners and the books need it, and it names nobody.
 */
@ApplicationScoped
class ForgetCustomer {

  private final Bookings bookings;
  private final Enquiries enquiries;
  private final IdempotentReplies replies;

  ForgetCustomer(Bookings bookings, Enquiries enquiries, IdempotentReplies replies) {
    this.bookings = bookings;
    this.enquiries = enquiries;
    this.replies = replies;
  }

  void forget(@Observes CustomerErased event) {
    bookings.forgetCustomer(event.customerId());
    enquiries.forgetCustomer(event.customerId());
    replies.forget(event.customerId().toString());
  }
}
