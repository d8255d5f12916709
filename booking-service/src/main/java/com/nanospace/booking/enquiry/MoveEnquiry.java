package com.nanospace.booking.enquiry;

import com.nanospace.kit.Refusal;
import com.nanospace.kit.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An admin takes an enquiry further. */
@ApplicationScoped
public class MoveEnquiry {

  private final Enquiries enquiries;
  private final Event<EnquiryEvent> events;
  private final Trail trail;
  private final Clock clock;

  MoveEnquiry(Enquiries enquiries, Event<EnquiryEvent> events, Trail trail, Clock clock) {
    this.enquiries = enquiries;
    this.events = events;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Moves it to any status; the same one again is no event.
   *
   * @param notes for admins; {@code null} leaves those that are there
   * @throws Refusal {@code not_found}
   */
  @Transactional
  public Enquiry move(UUID id, EnquiryStatus status, @Nullable String notes) {
    Enquiry enquiry = enquiries.locked(id);
    if (notes != null) {
      enquiry.note(notes);
    }
    EnquiryStatus before = enquiry.status();
    boolean changes = enquiry.moveTo(status, clock.instant());
    enquiries.flush();
    if (changes) {
      events.fire(new EnquiryEvent.StatusChanged(enquiry));
      trail.record(
          "enquiry.moved",
          "enquiry",
          id,
          Map.of("status", before.word()),
          Map.of("status", status.word()));
    }
    return enquiry;
  }
}
