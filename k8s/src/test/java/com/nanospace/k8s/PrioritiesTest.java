package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gives way when a node is full. */
class PrioritiesTest {

  private static final String ENGINE = "nano-space-engine";
  private static final String SERVICE = "nano-space-service";
  private static final String JOB = "nano-space-job";

  static Stream<Rendered> rendered() {
    return Rendered.all();
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void jobsComeAfterServicesAndServicesAfterEngines(Rendered rendered) {
    Map<String, Integer> values =
        rendered.ofKind("PriorityClass").stream()
            .collect(Collectors.toMap(Manifest::name, each -> each.json().path("value").asInt()));

    assertThat(values).containsOnlyKeys(ENGINE, SERVICE, JOB);
    assertThat(values.get(ENGINE)).isGreaterThan(values.get(SERVICE));
    assertThat(values.get(SERVICE)).isGreaterThan(values.get(JOB));
    assertThat(rendered.the("PriorityClass", JOB).json().path("preemptionPolicy").asText())
        .isEqualTo("Never");
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void everyPodHasThePlaceOfItsSort(Rendered rendered) {
    assertThat(rendered.services()).allMatch(service -> priorityOf(service).equals(SERVICE));
    assertThat(rendered.withPods())
        .allSatisfy(
            workload -> assertThat(priorityOf(workload).equals(JOB)).isEqualTo(workload.isJob()));
    assertThat(rendered.ofKind("StatefulSet")).allMatch(set -> priorityOf(set).equals(ENGINE));
  }

  @Test
  void operatorsMakeEnginesOfTheirSort() {
    JsonNode kafka = Rendered.PRODUCTION.the("Kafka", "kafka").spec();

    assertThat(
            Stream.of(
                Rendered.PRODUCTION.the("Cluster", "postgres").spec(),
                kafka.at("/kafka/template/pod"),
                kafka.at("/entityOperator/template/pod"),
                kafka.at("/kafkaExporter/template/pod")))
        .allMatch(pod -> pod.path("priorityClassName").asText().equals(ENGINE));
  }

  private static String priorityOf(Manifest workload) {
    return workload.podSpec().path("priorityClassName").asText();
  }
}
