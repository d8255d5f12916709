package com.nanospace.kit.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs audits and notes what they find.
 *
 * <p>Changes are under way at any time, so a difference counts only when later looks see it, too. A
 * later look that fails can't confirm it: then nothing is known.
 */
@ApplicationScoped
public class Auditor {

  private static final Logger LOG = Logger.getLogger(Auditor.class);
  private static final int LOOKS = 3;

  /** How many must work for a difference to count; the first may have failed. */
  private static final int LOOKS_THAT_COUNT = 2;

  private final List<Audit> audits;
  private final AgroalDataSource database;
  private final TopicScan scan;
  private final AuditRuns runs;
  private final AuditConfig config;
  private final ObjectMapper json;
  private final Clock clock;

  Auditor(
      @All List<Audit> audits,
      AgroalDataSource database,
      TopicScan scan,
      AuditRuns runs,
      AuditConfig config,
      ObjectMapper json,
      Clock clock) {
    this.audits = audits;
    this.database = database;
    this.scan = scan;
    this.runs = runs;
    this.config = config;
    this.json = json;
    this.clock = clock;
  }

  /**
   * All audits of this service, now. Must be called outside of a transaction. Not noted when the
   * window is shorter than the configured one: what scheduled runs found stays known, and they
   * don't wait for it.
   */
  public List<AuditReport> audit(Duration window) {
    return audit(audits, window);
  }

  /** The audit of that name, now; empty when there is none. Outside of a transaction, too. */
  public List<AuditReport> audit(String name, Duration window) {
    return audit(audits.stream().filter(audit -> audit.name().equals(name)).toList(), window);
  }

  /** Those that did not begin within the interval, on whatever replica. */
  List<AuditReport> auditWhatIsDue(Duration interval) {
    List<Audit> due = audits.stream().filter(audit -> runs.claim(audit.name(), interval)).toList();
    return audit(due, config.window());
  }

  private List<AuditReport> audit(List<Audit> chosen, Duration window) {
    Instant since = clock.instant().minus(window);
    long deadline = System.nanoTime() + config.timeLimit().toNanos();
    Map<Audit, Look> looks = new LinkedHashMap<>();
    chosen.forEach(audit -> looks.put(audit, look(audit, since, deadline)));
    for (int look = 2; look <= LOOKS && !looks.values().stream().allMatch(Look::isLast); look++) {
      pause();
      looks.replaceAll(
          (audit, before) -> before.isLast() ? before : before.then(look(audit, since, deadline)));
    }
    List<AuditReport> reports =
        looks.entrySet().stream().map(look -> look.getValue().report(look.getKey())).toList();
    reports.forEach(report -> note(report, window));
    return reports;
  }

  /**
   * What is known after some looks.
   *
   * @param findings what each that worked has seen; {@code null} while none has, or when one failed
   *     that was to confirm a difference
   * @param worked how many have
   * @param failure why the latest failed that did
   */
  private record Look(@Nullable Findings findings, int worked, @Nullable Exception failure) {

    /** Whether further looks would change nothing. */
    boolean isLast() {
      return findings == null ? worked > 0 : findings.isSound();
    }

    Look then(Look later) {
      if (later.findings == null) {
        return new Look(null, worked, later.failure);
      }
      return new Look(
          findings == null ? later.findings : findings.stillIn(later.findings),
          worked + 1,
          failure);
    }

    AuditReport report(Audit audit) {
      return findings == null || (!findings.isSound() && worked < LOOKS_THAT_COUNT)
          ? AuditReport.failed(audit.name(), String.valueOf(failure))
          : AuditReport.of(audit.name(), findings);
    }
  }

  private Look look(Audit audit, Instant since, long deadline) {
    try (Connection connection = database.getConnection();
        Evidence evidence =
            new Evidence(connection, scan, json, since, config.longestWait(), deadline)) {
      audit.look(evidence);
      return new Look(evidence.findings(), 1, null);
    } catch (SQLException | KafkaException | TooSlow e) {
      LOG.warnf("The audit %s could not be done: %s", audit.name(), e);
      return new Look(null, 0, e);
    }
  }

  private void note(AuditReport report, Duration window) {
    if (report.failure() == null && window.compareTo(config.window()) >= 0) {
      runs.finished(report);
    }
    report
        .examples()
        .forEach(example -> LOG.errorf("The audit %s has found: %s", report.audit(), example));
  }

  private void pause() {
    try {
      Thread.sleep(config.secondLook());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
