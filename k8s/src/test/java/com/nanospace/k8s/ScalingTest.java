package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replicas, what may take them away, and what they need of the engines. */
class ScalingTest {

  /** What a service still does after its requests have ended: closing its Kafka producer. */
  private static final Duration CLOSING = Duration.ofSeconds(5);

  /** {@code nanospace.proxy.transfer-timeout}, which nothing here changes. */
  private static final Duration LONGEST_BODY = Duration.ofMinutes(2);

  static Stream<Rendered> rendered() {
    return Rendered.all();
  }

  static Stream<Rendered> inProduction() {
    return Stream.of(Rendered.PRODUCTION, Rendered.EVERYTHING);
  }

  @ParameterizedTest
  @MethodSource("inProduction")
  void everyServiceIsScaledByOneScaler(Rendered rendered) {
    assertThat(rendered.services()).hasSize(5);
    assertThat(rendered.services()).flatMap(service -> problemsOf(rendered, service)).isEmpty();
  }

  @Test
  void seesWhatIsWrong() {
    Rendered production = Rendered.PRODUCTION;
    Manifest gateway = production.the("Deployment", "gateway");

    assertThat(problemsOf(production.without("HorizontalPodAutoscaler", "gateway"), gateway))
        .isNotEmpty();
    assertThat(problemsOf(production.without("PodDisruptionBudget", "gateway"), gateway))
        .isNotEmpty();
    assertThat(
            problemsOf(
                production.with(
                    "HorizontalPodAutoscaler",
                    "gateway",
                    scaler -> scaler.withObject("/spec").put("minReplicas", 1)),
                gateway))
        .isNotEmpty();
    assertThat(
            problemsOf(
                production.with(
                    "PodDisruptionBudget",
                    "gateway",
                    budget -> budget.withObject("/spec").put("maxUnavailable", 2)),
                gateway))
        .isNotEmpty();
  }

  @Test
  void everyScalerHasATarget() {
    for (Rendered rendered : List.of(Rendered.PRODUCTION, Rendered.EVERYTHING)) {
      for (String kind : List.of("HorizontalPodAutoscaler", "ScaledObject")) {
        for (Manifest scaler : rendered.ofKind(kind)) {
          assertThat(rendered.has("Deployment", targetOf(scaler))).isTrue();
        }
      }
    }
  }

  @Test
  void consumersAreScaledByTheTopicsTheyConsume() {
    assertThat(Rendered.EVERYTHING.ofKind("ScaledObject")).hasSize(2);
    for (Manifest scaler : Rendered.EVERYTHING.ofKind("ScaledObject")) {
      ServiceCode service = new ServiceCode(targetOf(scaler));
      List<JsonNode> lags =
          Manifest.items(scaler.spec().path("triggers")).stream()
              .filter(trigger -> trigger.path("type").asText().equals("kafka"))
              .map(trigger -> trigger.path("metadata"))
              .toList();
      assertThat(lags)
          .extracting(lag -> lag.path("topic").asText())
          .containsExactlyInAnyOrderElementsOf(service.consumedTopics());
      assertThat(lags)
          .extracting(lag -> lag.path("consumerGroup").asText())
          .containsOnly(service.applicationName());
    }
  }

  @ParameterizedTest
  @MethodSource("inProduction")
  void theDatabaseHasAConnectionForEverybody(Rendered rendered) {
    int needed = 0;
    for (ServiceCode service : ServiceCode.all()) {
      if (service.usesKit()) {
        int replicas = mostReplicas(rendered, service.module()) + 1;
        needed +=
            replicas
                * Integer.parseInt(
                    service.configuration().getProperty("quarkus.datasource.jdbc.max-size"));
      }
    }
    Map<String, String> gateway = Environment.of(rendered, rendered.the("Deployment", "gateway"));
    needed +=
        (mostReplicas(rendered, "gateway") + 1)
            * Integer.parseInt(gateway.get("NANOSPACE_LIMITS_DATABASE_CONNECTIONS"));
    int available =
        rendered
            .the("Cluster", "postgres")
            .spec()
            .at("/postgresql/parameters/max_connections")
            .asInt();

    assertThat(available).isGreaterThanOrEqualTo(needed + 20);
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void aPodHasTimeToEnd(Rendered rendered) {
    assertThat(rendered.services())
        .allSatisfy(service -> assertThat(spareTime(rendered, service)).isPositive());
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void aPodFinishesTheSlowestUpload(Rendered rendered) {
    Duration longestAnswer =
        Duration.parse(
            "PT"
                + new ServiceCode("gateway")
                    .configuration()
                    .getProperty("nanospace.routing.routes.uploads.timeout"));

    assertThat(rendered.services())
        .allSatisfy(
            service ->
                assertThat(drainTimeout(rendered, service))
                    .isGreaterThanOrEqualTo(LONGEST_BODY.plus(longestAnswer)));
  }

  @Test
  void seesAPodThatIsKilledTooEarly() {
    Rendered changed =
        Rendered.KIND.with(
            "Deployment",
            "gateway",
            gateway ->
                ((ObjectNode) gateway.at("/spec/template/spec"))
                    .put("terminationGracePeriodSeconds", 30));

    assertThat(spareTime(changed, changed.the("Deployment", "gateway"))).isNegative();
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void noConnectionIsKeptForLongerThanAPodGoesOnAnswering(Rendered rendered) {
    Duration keepAlive =
        Duration.parse(
            "PT"
                + Environment.of(rendered, rendered.the("Deployment", "gateway"))
                    .get("NANOSPACE_PROXY_KEEP_ALIVE"));

    assertThat(rendered.services())
        .allSatisfy(service -> assertThat(shutdownDelay(service)).isGreaterThan(keepAlive));
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void aRolloutTakesNobodyAwayBeforeOthersServe(Rendered rendered) {
    assertThat(rendered.services())
        .allSatisfy(
            service -> {
              JsonNode strategy = service.spec().path("strategy");
              assertThat(strategy.path("type").asText()).isEqualTo("RollingUpdate");
              assertThat(strategy.at("/rollingUpdate/maxUnavailable").asInt(1)).isZero();
              assertThat(service.podSpec().path("topologySpreadConstraints")).isNotEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void theInitStepMigratesAndTheServiceDoesNot(Rendered rendered) {
    for (ServiceCode service : ServiceCode.all()) {
      Manifest deployment = rendered.the("Deployment", service.module());
      JsonNode migration = deployment.podSpec().at("/initContainers/0");
      assertThat(migration.isMissingNode()).isEqualTo(!service.usesKit());
      if (service.usesKit()) {
        assertThat(migration.path("image"))
            .isEqualTo(deployment.containers().getFirst().path("image"));
        assertThat(Environment.of(rendered, migration))
            .containsEntry("QUARKUS_INIT_AND_EXIT", "true")
            .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
        assertThat(Environment.of(rendered, deployment))
            .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
            .doesNotContainKey("QUARKUS_INIT_AND_EXIT");
      }
    }
  }

  private static List<String> problemsOf(Rendered rendered, Manifest service) {
    List<String> problems = new ArrayList<>();
    List<Manifest> scalers =
        Stream.of("HorizontalPodAutoscaler", "ScaledObject")
            .flatMap(kind -> rendered.ofKind(kind).stream())
            .filter(scaler -> targetOf(scaler).equals(service.name()))
            .toList();
    if (scalers.size() != 1) {
      problems.add("%s is scaled by %s".formatted(service, scalers));
    } else if (leastReplicas(scalers.getFirst()) < 2) {
      problems.add(service + " may be alone");
    }
    if (service.spec().has("replicas")) {
      problems.add(service + " sets back its scaler with every apply");
    }
    List<Manifest> budgets =
        rendered.ofKind("PodDisruptionBudget").stream()
            .filter(
                budget ->
                    WiringRules.matches(
                        budget.spec().at("/selector/matchLabels"), service.podLabels()))
            .toList();
    if (budgets.size() != 1 || budgets.getFirst().spec().path("maxUnavailable").asInt() != 1) {
      problems.add("%s has the budgets %s".formatted(service, budgets));
    }
    return problems;
  }

  private static String targetOf(Manifest scaler) {
    return scaler.spec().path("scaleTargetRef").path("name").asText();
  }

  private static int leastReplicas(Manifest scaler) {
    return scaler.spec().path("minReplicas").asInt(scaler.spec().path("minReplicaCount").asInt());
  }

  static int mostReplicas(Rendered rendered, String service) {
    return Stream.of("HorizontalPodAutoscaler", "ScaledObject")
        .flatMap(kind -> rendered.ofKind(kind).stream())
        .filter(scaler -> targetOf(scaler).equals(service))
        .mapToInt(
            scaler ->
                scaler
                    .spec()
                    .path("maxReplicas")
                    .asInt(scaler.spec().path("maxReplicaCount").asInt()))
        .max()
        .orElseThrow();
  }

  private static Duration spareTime(Rendered rendered, Manifest service) {
    Duration grace =
        Duration.ofSeconds(service.podSpec().path("terminationGracePeriodSeconds").asLong());
    Duration sleep =
        Duration.ofSeconds(
            service.containers().getFirst().at("/lifecycle/preStop/sleep/seconds").asLong());
    return grace
        .minus(sleep)
        .minus(shutdownDelay(service))
        .minus(drainTimeout(rendered, service))
        .minus(CLOSING);
  }

  /** How long requests under way may take to end. */
  private static Duration drainTimeout(Rendered rendered, Manifest service) {
    String variable =
        service.name().equals("gateway")
            ? "NANOSPACE_SERVER_DRAIN_TIMEOUT"
            : "QUARKUS_SHUTDOWN_TIMEOUT";
    return Duration.parse("PT" + Environment.of(rendered, service).get(variable));
  }

  private static Duration shutdownDelay(Manifest service) {
    for (JsonNode variable : service.containers().getFirst().path("env")) {
      if (variable.path("name").asText().equals("QUARKUS_SHUTDOWN_DELAY")) {
        return Duration.parse("PT" + variable.path("value").asText());
      }
    }
    return Duration.ZERO;
  }
}
