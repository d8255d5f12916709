package com.nanospace.booking.reservation.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an owner refuses; the customer reads it. */
record DeclineRequest(@NotBlank @Size(max = 1000) String reason) {}
