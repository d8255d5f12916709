package com.nanospace.booking.enquiry;

import com.nanospace.booking.listing.Listings;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.privacy.ErasedPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody asks. */
@ApplicationScoped
public class ReceiveEnquiry {

  /**
   * An enquiry on its way in.
   *
   * @param propertyId the listing it is about; its name and type then come from the listing
   * @param customerId who asks, when signed in
   */
  public record Asked(
      Question question,
      @Nullable UUID propertyId,
      @Nullable String propertyName,
      @Nullable String propertyType,
      @Nullable UUID customerId) {}

  private final ErasedPeople erased;
  private final Enquiries enquiries;
  private final Listings listings;
  private final Event<EnquiryEvent> events;
  private final Clock clock;

  ReceiveEnquiry(
      ErasedPeople erased,
      Enquiries enquiries,
      Listings listings,
      Event<EnquiryEvent> events,
      Clock clock) {
    this.erased = erased;
    this.enquiries = enquiries;
    this.listings = listings;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Keeps the enquiry.
   *
   * @throws Refusal {@code not_found} when it is about a listing that is not approved, {@code
   *     auth.required} when the account of who asks was deleted
   */
  @Transactional
  public Enquiry receive(Asked asked) {
    if (asked.customerId() != null) {
      erased.refuseIfErased(asked.customerId());
    }
    Interest interest =
        asked.propertyId() == null
            ? Interest.described(asked.propertyName(), asked.propertyType())
            : Interest.in(listings.approved(asked.propertyId()));
    Enquiry enquiry = new Enquiry(asked.question(), interest, asked.customerId(), clock.instant());
    enquiries.persistAndFlush(enquiry);
    events.fire(new EnquiryEvent.Received(enquiry));
    return enquiry;
  }
}
