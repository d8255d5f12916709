package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cluster gets the alert rules and dashboards of {@code observability/}, all and unchanged. */
class ObservabilityTest {

  private static final Path SOURCE = Repository.root().resolve("observability");

  @Test
  void theAlertsAreThoseOfTheSource() {
    assertThat(alertsIn(Rendered.PRODUCTION)).isEqualTo(alertsIn(SOURCE));
  }

  @Test
  void theDashboardsAreThoseOfTheSource() throws IOException {
    assertThat(dashboardsIn(Rendered.PRODUCTION)).isEqualTo(dashboardsIn(SOURCE));
  }

  @Test
  void seesAlertsThatDiffer() {
    Manifest rule =
        new Manifest(
            Yaml.read(
                "{kind: PrometheusRule, metadata: {name: alerts}, spec: {groups: [{name: a}]}}"));
    Rendered with = new Rendered("sample", List.of(rule));

    assertThat(alertsIn(with)).contains(Yaml.read("{groups: [{name: a}]}"));
    assertThat(alertsIn(Path.of("nowhere"))).isEmpty();
  }

  private static Optional<JsonNode> alertsIn(Rendered rendered) {
    return rendered.ofKind("PrometheusRule").stream().map(Manifest::spec).findFirst();
  }

  private static Optional<JsonNode> alertsIn(Path source) {
    return Optional.of(source.resolve("prometheus/alerts.yml"))
        .filter(Files::exists)
        .map(Yaml::read);
  }

  private static Map<String, String> dashboardsIn(Rendered rendered) {
    Map<String, String> dashboards = new TreeMap<>();
    rendered.ofKind("ConfigMap").stream()
        .filter(map -> map.labels().containsKey("grafana_dashboard"))
        .forEach(map -> dashboards.putAll(Manifest.words(map.json().path("data"))));
    return dashboards;
  }

  private static Map<String, String> dashboardsIn(Path source) throws IOException {
    Map<String, String> dashboards = new TreeMap<>();
    Path folder = source.resolve("grafana/dashboards");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
          dashboards.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return dashboards;
  }
}
