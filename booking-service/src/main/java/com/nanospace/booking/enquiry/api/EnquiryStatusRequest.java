package com.nanospace.booking.enquiry.api;

import com.nanospace.booking.enquiry.EnquiryStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an admin takes an enquiry further. */
record EnquiryStatusRequest(
    @NotNull(message = "must be given")
        @Pattern(
            regexp = "(?i)\\s*(new|contacted|resolved|closed)\\s*",
            message = "must be one of new, contacted, resolved, closed")
        @Schema(enumeration = {"new", "contacted", "resolved", "closed"})
        String status,
    @Size(max = 5000) @Nullable String adminNotes) {

  EnquiryStatus next() {
    return EnquiryStatus.of(status);
  }
}
