package com.nanospace.identity.session;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Removes sessions that were over long ago, with their tokens. */
@ApplicationScoped
class ForgetSessions {

  private final Sessions sessions;
  private final SessionConfig config;
  private final Clock clock;

  ForgetSessions(Sessions sessions, SessionConfig config, Clock clock) {
    this.sessions = sessions;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "5m")
  @Transactional
  void sweep() {
    sessions.forgetOver(clock.instant().minus(config.keepEnded()));
  }
}
