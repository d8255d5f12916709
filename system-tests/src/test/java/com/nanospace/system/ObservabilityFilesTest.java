package com.nanospace.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alerts, their cases, their runbooks and dashboards, as files. */
class ObservabilityFilesTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path PROMETHEUS = ROOT.resolve("observability/prometheus");

  private final Alerts alerts = Alerts.in(PROMETHEUS.resolve("alerts.yml"));
  private final List<Dashboard> dashboards =
      Dashboard.in(ROOT.resolve("observability/grafana/dashboards"));

  @Test
  void alertsSayWhatTheyAre() {
    assertThat(alerts.names()).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    for (Alerts.Rule alert : alerts.alerts()) {
      assertThat(alert.json().path("for").asText()).as("%s", alert).isNotBlank();
      assertThat(alert.json().path("labels").path("severity").asText()).isIn("page", "ticket");
      assertThat(alert.annotation("summary")).as("%s", alert).isNotBlank();
      assertThat(alert.annotation("description")).as("%s", alert).isNotBlank();
    }
  }

  /** The cases are run by {@code observability/check}, which needs Prometheus. */
  @Test
  void eachAlertHasACaseInWhichItFiresAndOneInWhichItDoesNot() {
    List<String> fire = new ArrayList<>();
    List<String> stayQuiet = new ArrayList<>();
    for (JsonNode test : Alerts.read(PROMETHEUS.resolve("alerts_test.yml")).path("tests")) {
      String alert = test.path("name").asText().split(":", 2)[0];
      String expected = test.findValues("exp_samples").toString();
      (expected.contains(alert) ? fire : stayQuiet).add(alert);
    }

    assertThat(fire).containsAll(alerts.names());
    assertThat(stayQuiet).containsAll(alerts.names());
  }

  @Test
  void eachAlertHasItsRunbookAndEachRunbookItsAlert() throws IOException {
    Runbooks runbooks = new Runbooks(Files.readString(ROOT.resolve(Runbooks.PAGE)));

    assertThat(runbooks.complaintsAbout(alerts)).isEmpty();
  }

  @Test
  void missesARunbookAnAnchorAndAnAlert() {
    Runbooks runbooks =
        new Runbooks(
            """
            # Page
            ### NotOne
            ## Runbooks
            ### ServiceDown
            **Means** a **Users notice** b **First checks** c **Mend** d **Verify** e
            ### Forgotten
            **Means** a **Users notice** b **First checks** c **Mend** d
            """);
    Alerts two =
        new Alerts(
            alerts.alerts().stream()
                .filter(
                    rule -> List.of("ServiceDown", "OutboxStuck").contains(rule.alert().orElse("")))
                .toList());

    assertThat(runbooks.complaintsAbout(two))
        .containsExactly(
            "OutboxStuck links to nothing: docs/operations/observability.md#outboxstuck",
            "no runbook of OutboxStuck",
            "no alert has the runbook Forgotten",
            "Forgotten lacks **Verify**");
  }

  @Test
  void dashboardsAndTheirPanelsAreTold() {
    assertThat(dashboards)
        .extracting(Dashboard::uid)
        .containsExactlyInAnyOrder("nanospace-suite", "nanospace-service", "nanospace-business");
    for (Dashboard dashboard : dashboards) {
      assertThat(dashboard.panels())
          .extracting(panel -> panel.path("id").asInt())
          .doesNotHaveDuplicates()
          .doesNotContain(0);
      assertThat(dashboard.json().path("schemaVersion").asInt()).isPositive();
    }
  }

  @Test
  void panelsSayWhatTheyShowAndFromWhere() {
    for (JsonNode panel : dashboards.stream().flatMap(one -> one.graphs().stream()).toList()) {
      String title = panel.path("title").asText();
      assertThat(title).isNotBlank();
      assertThat(panel.path("description").asText()).as(title).isNotBlank();
      assertThat(panel.path("fieldConfig").path("defaults").path("unit").asText())
          .as(title)
          .isNotBlank();
      assertThat(panel.path("targets")).as(title).isNotEmpty();
      assertThat(panel.findValues("uid")).as(title).isNotEmpty();
      assertThat(panel.findValuesAsText("uid")).as(title).containsOnly("${datasource}");
    }
  }
}
