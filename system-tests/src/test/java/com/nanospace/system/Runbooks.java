package com.nanospace.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The sections of {@code docs/operations/observability.md} that tell what to do about alerts. */
record Runbooks(String page) {

  static final String PAGE = "docs/operations/observability.md";

  private static final List<String> PARTS =
      List.of("**Means**", "**Users notice**", "**First checks**", "**Mend**", "**Verify**");

  /** What is missing or left over. */
  List<String> complaintsAbout(Alerts alerts) {
    List<String> complaints = new ArrayList<>();
    for (Alerts.Rule alert : alerts.alerts()) {
      String name = alert.alert().orElseThrow();
      String link = alert.annotation("runbook_url");
      if (headings().noneMatch(heading -> link.equals(PAGE + "#" + anchor(heading)))) {
        complaints.add("%s links to nothing: %s".formatted(name, link));
      }
      if (headings().noneMatch(name::equals)) {
        complaints.add("no runbook of " + name);
      }
    }
    headings()
        .filter(heading -> !alerts.names().contains(heading))
        .forEach(heading -> complaints.add("no alert has the runbook " + heading));
    for (String section : sections()) {
      PARTS.stream()
          .filter(part -> !section.contains(part))
          .forEach(part -> complaints.add("%s lacks %s".formatted(headingOf(section), part)));
    }
    return complaints;
  }

  private Stream<String> headings() {
    return sections().stream().map(Runbooks::headingOf);
  }

  private List<String> sections() {
    String runbooks = page.substring(page.indexOf("\n## Runbooks"));
    return Stream.of(runbooks.split("\n### ")).skip(1).toList();
  }

  private static String headingOf(String section) {
    return section.lines().findFirst().orElse("").strip();
  }

  /** The anchor that GitHub gives to a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
  }
}
