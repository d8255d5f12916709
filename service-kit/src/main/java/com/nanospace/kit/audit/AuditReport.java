package com.nanospace.kit.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an audit.
 *
 * @param rows how many rows and records were looked at
 * @param findings how many counterexamples there are
 * @param examples the first of them, a sentence each
 * @param remarks what to know of how far the audit looked
 * @param failure why nothing is known; {@code null} when the audit came to its end
 */
public record AuditReport(
    String audit,
    long rows,
    long findings,
    List<String> examples,
    List<String> remarks,
    @Nullable String failure) {

  private static final int EXAMPLES = 20;

  static AuditReport of(String audit, Findings findings) {
    return new AuditReport(
        audit,
        findings.rows(),
        findings.total(),
        findings.counterexamples().stream().limit(EXAMPLES).map(Counterexample::sentence).toList(),
        findings.remarks(),
        null);
  }

  static AuditReport failed(String audit, String failure) {
    return new AuditReport(audit, 0, 0, List.of(), List.of(), failure);
  }
}
