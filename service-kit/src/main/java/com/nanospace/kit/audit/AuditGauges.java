package com.nanospace.kit.audit;

import com.nanospace.kit.observe.GaugedQuery;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the last run of each audit said, and how long ago. An audit that never ran is as old as the
 * database, so that somebody hears of it.
 */
class AuditGauges {

  @Produces
  @Singleton
  GaugedQuery audits(@All List<Audit> audits) {
    List<GaugedQuery.Column> columns = new ArrayList<>();
    for (Audit audit : audits) {
      columns.add(column("findings", "Counterexamples that the last run has found", audit));
      columns.add(column("rows", "Rows and records that the last run has looked at", audit));
      columns.add(column("age.seconds", "How long ago the last run ended", audit));
    }
    return new GaugedQuery(
        audits.stream()
            .map(AuditGauges::columnsOf)
            .collect(Collectors.joining(",", "select ", " from audit_run")),
        columns);
  }

  private static String columnsOf(Audit audit) {
    return """
        max(findings) filter (where audit = '%1$s'),
        max(rows_seen) filter (where audit = '%1$s'),
        extract(epoch from now() - coalesce(
          max(finished_at) filter (where audit = '%1$s'),
          (select min(installed_on) from flyway_schema_history)))
        """
        .formatted(audit.name());
  }

  private static GaugedQuery.Column column(String name, String meaning, Audit audit) {
    return new GaugedQuery.Column("nanospace.audit." + name, meaning, "audit", audit.name());
  }
}
