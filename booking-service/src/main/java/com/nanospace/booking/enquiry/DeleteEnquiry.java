package com.nanospace.booking.enquiry;

import com.nanospace.kit.Refusal;
import com.nanospace.kit.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** An admin removes an enquiry and the personal data in it. */
@ApplicationScoped
public class DeleteEnquiry {

  private final Enquiries enquiries;
  private final Trail trail;

  DeleteEnquiry(Enquiries enquiries, Trail trail) {
    this.enquiries = enquiries;
    this.trail = trail;
  }

  /**
   * Deletes.
   *
   * @throws Refusal {@code not_found}
   */
  @Transactional
  public void delete(UUID id) {
    if (!enquiries.deleteById(id)) {
      throw Refusal.notFound("Enquiry");
    }
    trail.record("enquiry.deleted", "enquiry", id, null, null);
  }
}
