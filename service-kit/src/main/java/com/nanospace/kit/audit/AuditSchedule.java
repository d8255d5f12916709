package com.nanospace.kit.audit;

import com.nanospace.kit.problem.Failures;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Runs audits by and by: not right after a start, and not on all replicas at the same moment. */
@ApplicationScoped
class AuditSchedule {

  private static final Logger LOG = Logger.getLogger(AuditSchedule.class);
  private static final Duration SHORTEST_REST = Duration.ofMinutes(2);
  private static final Duration LONGEST_REST = Duration.ofMinutes(7);

  private final Auditor auditor;
  private final AuditConfig config;
  private final Clock clock;
  private final Instant firstRun;

  AuditSchedule(Auditor auditor, AuditConfig config, Clock clock) {
    this.auditor = auditor;
    this.config = config;
    this.clock = clock;
    this.firstRun =
        clock
            .instant()
            .plusMillis(
                ThreadLocalRandom.current()
                    .nextLong(SHORTEST_REST.toMillis(), LONGEST_REST.toMillis()));
  }

  @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  void tick() {
    if (config.interval().isZero() || clock.instant().isBefore(firstRun)) {
      return;
    }
    try {
      auditor.auditWhatIsDue(config.interval());
    } catch (RuntimeException e) {
      if (!Failures.isDatabaseAway(e)) {
        throw e;
      }
      LOG.warnf("Audits wait for the database: %s", e.getMessage());
    }
  }
}
