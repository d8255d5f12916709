package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodRulesTest {

  static Stream<Rendered> rendered() {
    return Rendered.all();
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void everyPodKeepsTheRules(Rendered rendered) {
    assertThat(rendered.withPods()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(rendered.withPods()).flatMap(PodRules::problems).isEmpty();
  }

  @Test
  void theNamespaceEnforcesThem() {
    assertThat(Rendered.PRODUCTION.the("Namespace", "nano-space").labels())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/kafka/template/initContainer",
        "/kafka/template/kafkaContainer",
        "/entityOperator/template/topicOperatorContainer",
        "/entityOperator/template/userOperatorContainer",
        "/kafkaExporter/template/container"
      })
  void thePodsOfKafkaKeepThemToo(String container) {
    JsonNode security =
        Rendered.PRODUCTION.the("Kafka", "kafka").spec().at(container).path("securityContext");

    assertThat(security)
        .isEqualTo(
            Yaml.read(
                """
                allowPrivilegeEscalation: false
                runAsNonRoot: true
                capabilities: {drop: [ALL]}
                seccompProfile: {type: RuntimeDefault}
                """));
  }

  @Test
  void seesABreachInAJob() {
    Rendered broken =
        Rendered.KIND.with(
            "CronJob",
            "rebuild-listings",
            job ->
                ((ObjectNode) job.at("/spec/jobTemplate/spec/template/spec"))
                    .remove("securityContext"));

    assertThat(PodRules.problems(broken.the("CronJob", "rebuild-listings"))).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> seesWhatBreaksThem() {
    Map<String, Consumer<ObjectNode>> breaches =
        Map.ofEntries(
            Map.entry("root", pod -> security(pod).put("runAsNonRoot", false)),
            Map.entry("user 0", pod -> security(pod).put("runAsUser", 0)),
            Map.entry("no seccomp", pod -> security(pod).remove("seccompProfile")),
            Map.entry("API token", pod -> spec(pod).remove("automountServiceAccountToken")),
            Map.entry("service links", pod -> spec(pod).remove("enableServiceLinks")),
            Map.entry("no priority", pod -> spec(pod).remove("priorityClassName")),
            Map.entry("host network", pod -> spec(pod).put("hostNetwork", true)),
            Map.entry("host path", pod -> volume(pod).putObject("hostPath").put("path", "/")),
            Map.entry("no size limit", pod -> volume(pod).putObject("emptyDir")),
            Map.entry("writable", pod -> container(pod).put("readOnlyRootFilesystem", false)),
            Map.entry("escalation", pod -> container(pod).remove("allowPrivilegeEscalation")),
            Map.entry("privileged", pod -> container(pod).put("privileged", true)),
            Map.entry("capability", pod -> container(pod).withArray("/capabilities/add").add("A")),
            Map.entry(
                "no limit", pod -> first(pod).withObject("/resources/limits").remove("memory")),
            Map.entry("no probe", pod -> first(pod).remove("readinessProbe")),
            Map.entry("latest", pod -> first(pod).put("image", "nanospace/gateway:latest")),
            Map.entry("no tag", pod -> first(pod).put("image", "nanospace/gateway")),
            Map.entry(
                "host port",
                pod -> ((ObjectNode) first(pod).at("/ports/0")).put("hostPort", 8080)));
    return breaches.entrySet().stream()
        .map(
            breach ->
                DynamicTest.dynamicTest(
                    breach.getKey(),
                    () -> {
                      Rendered broken =
                          Rendered.KIND.with("Deployment", "gateway", breach.getValue());
                      assertThat(PodRules.problems(broken.the("Deployment", "gateway"))).hasSize(1);
                    }));
  }

  private static ObjectNode spec(ObjectNode workload) {
    return (ObjectNode) workload.at("/spec/template/spec");
  }

  private static ObjectNode security(ObjectNode workload) {
    return (ObjectNode) spec(workload).path("securityContext");
  }

  private static ObjectNode volume(ObjectNode workload) {
    ArrayNode volumes = (ArrayNode) spec(workload).path("volumes");
    return volumes.addObject().put("name", "another");
  }

  private static ObjectNode first(ObjectNode workload) {
    return Rendered.container(workload);
  }

  private static ObjectNode container(ObjectNode workload) {
    return (ObjectNode) first(workload).path("securityContext");
  }
}
