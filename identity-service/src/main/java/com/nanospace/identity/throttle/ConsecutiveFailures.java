package com.nanospace.identity.throttle;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Wrong passwords in a row for one account from wherever they came (NIST SP 800-63B-4 §3.2.2). No
 * time forgets them, only a right one.
 */
@Entity
@SuppressWarnings("UnusedVariable") // whose they are and since when is for the sweep alone
class ConsecutiveFailures {

  @Id private String subject;
  private @Nullable UUID accountId;
  private int failures;
  private Instant lastFailureAt;

  @SuppressWarnings("NullAway.Init")
  protected ConsecutiveFailures() {}

  ConsecutiveFailures(String subject, @Nullable UUID accountId, Instant at) {
    this.subject = subject;
    this.accountId = accountId;
    this.lastFailureAt = at;
  }

  void add(Instant at) {
    failures++;
    lastFailureAt = at;
  }

  int failures() {
    return failures;
  }
}
