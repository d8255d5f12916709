package com.nanospace.booking.enquiry;

import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** An admin removes an enquiry and the personal data in it. */
@ApplicationScoped
public class DeleteEnquiry {

  private final Enquiries enquiries;

  DeleteEnquiry(Enquiries enquiries) {
    this.enquiries = enquiries;
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
  }
}
