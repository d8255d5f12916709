package com.nanospace.identity.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a refresh token. Used ones are kept as long as their session, for their coming
 * again betrays a theft.
 */
@Entity
@SuppressWarnings("UnusedVariable") // when a token was made is read by people alone
class RefreshToken {

  @Id private String hash;
  private UUID sessionId;
  private Instant createdAt;
  private @Nullable Instant usedAt;

  /** Set between the use of this token and the use of its child. */
  private byte @Nullable [] childSalt;

  @SuppressWarnings("NullAway.Init")
  protected RefreshToken() {}

  RefreshToken(RefreshSecret secret, UUID sessionId, Instant at) {
    this.hash = secret.hash();
    this.sessionId = sessionId;
    this.createdAt = at;
  }

  boolean isUnused() {
    return usedAt == null;
  }

  /** Uses this token up; its child is the answer, now and for a replay. */
  RefreshSecret use(RefreshSecret secret, Instant at) {
    if (usedAt != null) {
      throw new IllegalStateException("A refresh token is used once");
    }
    usedAt = at;
    childSalt = RefreshSecret.randomBytes();
    return secret.child(childSalt);
  }

  /** Whether the first answer may be given again: soon after it, and while the child is unused. */
  boolean isReplayable(Instant now, Duration window) {
    return usedAt != null && childSalt != null && !now.isAfter(usedAt.plus(window));
  }

  RefreshSecret replay(RefreshSecret secret) {
    return secret.child(Objects.requireNonNull(childSalt));
  }

  UUID sessionId() {
    return sessionId;
  }
}
