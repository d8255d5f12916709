package com.nanospace.booking.customer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What events of {@code identity.user.v1} tell that this service uses. */
public record UserState(
    UUID userId,
    long version,
    @Nullable String fullName,
    @Nullable String email,
    @Nullable String phone) {}
