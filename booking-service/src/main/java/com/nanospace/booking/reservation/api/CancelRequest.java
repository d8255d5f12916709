package com.nanospace.booking.reservation.api;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a booking is called off; nobody has to say. */
record CancelRequest(@Size(max = 1000) @Nullable String reason) {

  static @Nullable String reasonOf(@Nullable CancelRequest request) {
    return request == null || request.reason == null || request.reason.isBlank()
        ? null
        : request.reason.strip();
  }
}
