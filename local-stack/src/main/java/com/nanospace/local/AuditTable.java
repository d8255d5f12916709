package com.nanospace.local;

import com.nanospace.local.service.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What audits say, as lines for a person: first each audit, then what is wrong, then the sum. */
final class AuditTable {
  private static final String ROW = "%-20s  %-10s  %14s  %s";

  private final List<String> audits = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private long rows;
  private long findings;
  private int unknown;

  /** Takes the reports of a service's audits, as its endpoint tells them. */
  void add(Service service, List<JsonObject> reports) {
    for (JsonObject report : byName(reports)) {
      String audit = report.text("audit");
      String failure = report.textOrNull("failure");
      if (failure != null) {
        unknown++;
        audits.add(ROW.formatted(service.module(), audit, "", "not done: " + failure));
      } else {
        add(service, audit, report);
      }
    }
  }

  private void add(Service service, String audit, JsonObject report) {
    long found = report.number("findings");
    List<String> examples = report.textList("examples");
    List<String> remarks = report.textList("remarks");
    rows += report.number("rows");
    findings += found;
    String outcome = found == 0 ? "nothing wrong" : count(found) + " wrong";
    if (!remarks.isEmpty()) {
      outcome += " (%s)".formatted(String.join("; ", remarks));
    }
    audits.add(
        ROW.formatted(service.module(), audit, count(report.number("rows")) + " rows", outcome));
    String where = "  %s %s: ".formatted(service.module(), audit);
    examples.forEach(example -> wrong.add(where + example));
    if (found > examples.size()) {
      wrong.add(where + "and %s more".formatted(count(found - examples.size())));
    }
  }

  private static List<JsonObject> byName(List<JsonObject> reports) {
    return reports.stream().sorted(Comparator.comparing(report -> report.text("audit"))).toList();
  }

  /** Notes that a service could not be asked. */
  void addSilent(Service service, String why) {
    unknown++;
    audits.add(ROW.formatted(service.module(), "", "", "did not answer: " + why));
  }

  boolean isSound() {
    return findings == 0 && unknown == 0;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(audits);
    lines.addAll(wrong);
    String known = "%s rows looked at, %s".formatted(count(rows), found());
    lines.add(
        unknown == 0 ? known : "%s; %d audits or services did not tell".formatted(known, unknown));
    return lines;
  }

  private String found() {
    return findings == 0 ? "nothing wrong" : count(findings) + " things wrong";
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
