package com.nanospace.notification.contact;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state of an account; binds to the members of {@code identity.user.v1}. */
public record ContactState(
    UUID userId,
    long version,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String fullName,
    String role,
    String status,
    boolean phoneVerified) {

  public ContactState {
    Objects.requireNonNull(userId, "user_id");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(status, "status");
  }
}
