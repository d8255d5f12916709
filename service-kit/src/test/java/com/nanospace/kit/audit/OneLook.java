package com.nanospace.kit.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** What one look sees, an hour back, without the auditor around it. */
@ApplicationScoped
class OneLook {

  static final Duration WINDOW = Duration.ofHours(1);

  private final AgroalDataSource database;
  private final TopicScan scan;
  private final AuditConfig config;
  private final ObjectMapper json;
  private final Clock clock;

  OneLook(
      AgroalDataSource database,
      TopicScan scan,
      AuditConfig config,
      ObjectMapper json,
      Clock clock) {
    this.database = database;
    this.scan = scan;
    this.config = config;
    this.json = json;
    this.clock = clock;
  }

  /** Whatever looks at the evidence. */
  interface Looking {
    void at(Evidence evidence) throws SQLException;
  }

  Findings of(Audit audit) throws SQLException {
    return of(audit::look, scan);
  }

  Findings of(Looking looking) throws SQLException {
    return of(looking, scan);
  }

  Findings of(Looking looking, TopicScan reading) throws SQLException {
    try (Connection connection = database.getConnection();
        Evidence evidence =
            new Evidence(
                connection,
                reading,
                json,
                clock.instant().minus(WINDOW),
                config.longestWait(),
                System.nanoTime() + config.timeLimit().toNanos())) {
      looking.at(evidence);
      return evidence.findings();
    }
  }
}
