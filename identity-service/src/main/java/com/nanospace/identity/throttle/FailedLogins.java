package com.nanospace.identity.throttle;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Wrong passwords in a row for one account from one address. */
@Entity
class FailedLogins {

  @Id private String subject;
  private int failures;
  private Instant lastFailureAt;
  private @Nullable Instant blockedUntil;

  @SuppressWarnings("NullAway.Init")
  protected FailedLogins() {}

  FailedLogins(String subject, Instant at) {
    this.subject = subject;
    this.lastFailureAt = at;
  }

  void add(Instant at, LoginConfig config) {
    if (lastFailureAt.plus(config.forgetAfter()).isBefore(at)) {
      failures = 0;
    }
    failures++;
    lastFailureAt = at;
    if (failures >= config.freeFailures()) {
      blockedUntil = at.plus(pause(failures - config.freeFailures(), config));
    }
  }

  int failures() {
    return failures;
  }

  /** How long nobody may try; empty when one may now. */
  Optional<Duration> blockedFor(Instant now) {
    return Optional.ofNullable(blockedUntil)
        .filter(now::isBefore)
        .map(until -> Duration.between(now, until));
  }

  private static Duration pause(int doublings, LoginConfig config) {
    Duration pause = config.firstPause().multipliedBy(1L << Math.min(doublings, 20));
    return pause.compareTo(config.longestPause()) > 0 ? config.longestPause() : pause;
  }
}
