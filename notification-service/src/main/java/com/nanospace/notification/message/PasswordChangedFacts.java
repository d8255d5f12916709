package com.nanospace.notification.message;

import java.time.Instant;
import java.util.Objects;

/** An account has another password; binds to a member of {@code identity.user.v1}. */
public record PasswordChangedFacts(Instant occurredAt) implements Facts {

  public PasswordChangedFacts {
    Objects.requireNonNull(occurredAt, "occurred_at");
  }

  public String moment() {
    return Formats.moment(occurredAt);
  }

  @Override
  public String path() {
    return "/forgot-password";
  }
}
