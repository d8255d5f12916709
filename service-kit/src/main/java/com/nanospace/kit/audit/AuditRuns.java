package com.nanospace.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;

/** When each audit ran last, and what it found. */
@ApplicationScoped
class AuditRuns {

  private final EntityManager entities;
  private final ObjectMapper json;

  AuditRuns(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /** Notes a start, unless there was one within the interval; of many replicas one gets it. */
  @Transactional
  boolean claim(String audit, Duration interval) {
    return entities
            .createNativeQuery(
                """
                insert into audit_run as last (audit, started_at) values (?1, now())
                on conflict (audit) do update set started_at = excluded.started_at
                where last.started_at <= now() - make_interval(secs => ?2)
                """)
            .setParameter(1, audit)
            .setParameter(2, (double) interval.toSeconds())
            .executeUpdate()
        == 1;
  }

  @Transactional
  void finished(AuditReport report) {
    entities
        .createNativeQuery(
            """
            insert into audit_run (audit, started_at, finished_at, rows_seen, findings, examples)
            values (?1, now(), now(), ?2, ?3, cast(?4 as jsonb))
            on conflict (audit) do update set
              started_at = excluded.started_at, finished_at = excluded.finished_at,
              rows_seen = excluded.rows_seen, findings = excluded.findings,
              examples = excluded.examples
            """)
        .setParameter(1, report.audit())
        .setParameter(2, report.rows())
        .setParameter(3, report.findings())
        .setParameter(4, write(report))
        .executeUpdate();
  }

  private String write(AuditReport report) {
    try {
      return json.writeValueAsString(report.examples());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Sentences must be writable as JSON", e);
    }
  }
}
