package com.nanospace.notification.message;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enquiry for the one who sent it. Anybody may enquire under anybody's address, so this repeats
 * nothing that the enquirer wrote: else the service would carry strangers' words to strangers.
 *
 * @param listing the name of the listing as its owner wrote it; null when none is known
 */
public record AcknowledgementFacts(UUID enquiryId, @Nullable String listing) implements Facts {

  public AcknowledgementFacts {
    Objects.requireNonNull(enquiryId, "enquiry_id");
  }

  @Override
  public String path() {
    return "/enquiries/" + enquiryId;
  }
}
