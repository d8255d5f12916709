package com.nanospace.identity.otp;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Removes codes that expired long ago. */
@ApplicationScoped
class ForgetCodes {

  private static final Duration KEPT = Duration.ofDays(1);

  private final OneTimeCodes codes;
  private final Clock clock;

  ForgetCodes(OneTimeCodes codes, Clock clock) {
    this.codes = codes;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "5m")
  @Transactional
  void sweep() {
    codes.forgetExpired(clock.instant().minus(KEPT));
  }
}
