package com.nanospace.booking.reservation.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The status that an admin gives a booking. */
record StatusRequest(
    @NotNull(message = "must be given")
        @Pattern(
            regexp = "(?i)\\s*(confirmed|cancelled)\\s*",
            message = "must be one of confirmed, cancelled")
        @Schema(enumeration = {"confirmed", "cancelled"})
        String status,
    @Size(max = 1000) @Nullable String reason) {

  boolean isConfirmation() {
    return status.strip().equalsIgnoreCase("confirmed");
  }
}
