package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WiringTest {

  static Stream<Rendered> rendered() {
    return Rendered.all();
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void everythingFindsWhatItNames(Rendered rendered) {
    assertThat(WiringRules.problems(rendered)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> seesWhatLeadsNowhere() {
    Rendered all = Rendered.EVERYTHING;
    return Stream.of(
            all.with(
                "Deployment",
                "gateway",
                deployment ->
                    deployment
                        .withObject("/spec/selector/matchLabels")
                        .put("app.kubernetes.io/name", "gatewy")),
            all.with(
                "Service",
                "gateway",
                service ->
                    service.withObject("/spec/selector").put("app.kubernetes.io/name", "gatewy")),
            all.with(
                "Service",
                "gateway",
                service -> ((ObjectNode) service.at("/spec/ports/0")).put("targetPort", "htp")),
            all.with(
                "Deployment",
                "gateway",
                deployment ->
                    ((ObjectNode) Rendered.container(deployment).at("/livenessProbe/httpGet"))
                        .put("port", "mgmt")),
            all.with(
                "Deployment",
                "gateway",
                deployment ->
                    ((ObjectNode) Rendered.container(deployment).at("/volumeMounts/0"))
                        .put("name", "temp")),
            all.with(
                "Deployment",
                "gateway",
                deployment ->
                    ((ObjectNode) deployment.at("/spec/template/spec"))
                        .put("serviceAccountName", "default-of-another")),
            all.without("ServiceAccount", "booking-service"),
            all.without("PriorityClass", "nano-space-job"),
            all.without("Service", "gateway"),
            all.without("Gateway", "public"),
            all.with(
                "ServiceMonitor",
                "services",
                monitor -> ((ObjectNode) monitor.at("/spec/endpoints/0")).put("port", "metrics")),
            Rendered.KIND.without("PersistentVolumeClaim", "images"))
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    "broken", () -> assertThat(WiringRules.problems(broken)).isNotEmpty()));
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void seesAMissingConfigMap(Rendered rendered) {
    String name =
        rendered.ofKind("ConfigMap").stream()
            .map(Manifest::name)
            .filter(map -> map.startsWith("messaging"))
            .findFirst()
            .orElseThrow();

    assertThat(WiringRules.problems(rendered.without("ConfigMap", name))).isNotEmpty();
  }
}
