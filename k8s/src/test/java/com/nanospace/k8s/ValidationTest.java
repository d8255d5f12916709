package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each object is what the cluster expects; and mistakes of each sort are seen in each kind. */
class ValidationTest {

  static Stream<Rendered> rendered() {
    return Rendered.all();
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void everyObjectIsValid(Rendered rendered) {
    assertThat(rendered.manifests()).hasSizeGreaterThan(40).flatMap(Validation::problems).isEmpty();
  }

  static Collection<Manifest> oneOfEachKind() {
    Map<String, Manifest> examples = new LinkedHashMap<>();
    Rendered.all()
        .flatMap(rendered -> rendered.manifests().stream())
        .forEach(manifest -> examples.putIfAbsent(manifest.kind(), manifest));
    return examples.values();
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void seesAnUnknownField(Manifest manifest) {
    ObjectNode changed = manifest.json().deepCopy();
    ObjectNode place = changed.path("spec") instanceof ObjectNode spec ? spec : changed;
    place.put("unheardOf", "yes");

    assertThat(Validation.problems(new Manifest(changed))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment, /spec, selector",
    "Deployment, /spec/template/spec, containers",
    "Deployment, /spec/template/spec/containers/0, name",
    "StatefulSet, /spec/template/spec/containers/0/ports/0, containerPort",
    "HorizontalPodAutoscaler, /spec, maxReplicas",
    "Ingress, /spec/rules/0/http/paths/0, pathType",
    "Job, /spec, template",
    "CronJob, /spec, schedule",
    "CronJob, /spec/jobTemplate/spec/template/spec, containers",
    "LimitRange, /spec/limits/0, type",
    "PriorityClass, '', value",
    "Service, /spec/ports/0, port",
    "Cluster, /spec, instances",
    "Cluster, /spec/managed/roles/0, name",
    "Cluster, /spec/plugins/0, name",
    "Database, /spec, owner",
    "ScheduledBackup, /spec, schedule",
    "ObjectStore, /spec/configuration, destinationPath",
    "Kafka, /spec/kafka, listeners",
    "KafkaNodePool, /spec, roles",
    "KafkaTopic, /spec, partitions",
    "KafkaUser, /spec/authorization/acls/0, resource",
    "ExternalSecret, /spec, target",
    "ExternalSecret, /spec/data/0, remoteRef",
    "ScaledObject, /spec/scaleTargetRef, name",
    "TriggerAuthentication, /spec/secretTargetRef/0, key",
    "ServiceMonitor, /spec, endpoints",
    "PodMonitor, /spec, selector",
    "Gateway, /spec, gatewayClassName",
    "HTTPRoute, /spec/rules/0/backendRefs/0, name"
  })
  void seesAMissingField(String kind, String place, String field) {
    assertThat(changed(kind, place, node -> node.remove(field))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment, /spec/template/spec, terminationGracePeriodSeconds, '\"soon\"'",
    "Deployment, /spec/template/spec/containers/0, ports, '{}'",
    "Deployment, /spec/template/spec/securityContext, runAsNonRoot, '\"yes\"'",
    "StatefulSet, /spec, replicas, '\"one\"'",
    "ConfigMap, /data, SOMETHING, 8080",
    "CronJob, /spec, suspend, '\"yes\"'",
    "CronJob, /spec/jobTemplate/spec, backoffLimit, '\"few\"'",
    "LimitRange, /spec, limits, '{}'",
    "ResourceQuota, /spec, hard, '[]'",
    "PriorityClass, '', value, '\"high\"'",
    "NetworkPolicy, /spec, policyTypes, '\"Ingress\"'",
    "Service, /spec/ports/0, port, '\"http\"'",
    "HorizontalPodAutoscaler, /spec, maxReplicas, '\"many\"'",
    "PodDisruptionBudget, /spec, selector, '\"all\"'",
    "Cluster, /spec, instances, '\"three\"'",
    "Cluster, /spec/postgresql/parameters, max_connections, 450",
    "Database, /spec, owner, 1",
    "ScheduledBackup, /spec, immediate, '\"true\"'",
    "ObjectStore, /spec/configuration/data, jobs, '\"2\"'",
    "Kafka, /spec/kafka, listeners, '{}'",
    "KafkaNodePool, /spec, replicas, '\"three\"'",
    "KafkaTopic, /spec, partitions, '\"three\"'",
    "KafkaUser, /spec/authorization/acls/0, operations, '\"Read\"'",
    "ExternalSecret, /spec/secretStoreRef, kind, '\"Vault\"'",
    "ExternalSecret, /spec, data, '{}'",
    "ScaledObject, /spec, maxReplicaCount, '\"3\"'",
    "TriggerAuthentication, /spec, secretTargetRef, '{}'",
    "ServiceMonitor, /spec, endpoints, '{}'",
    "PodMonitor, /spec/podMetricsEndpoints/0, port, 9187",
    "Gateway, /spec/listeners/0, port, '\"http\"'",
    "HTTPRoute, /spec, hostnames, '\"api.nanospace.com\"'"
  })
  void seesAWrongType(String kind, String place, String field, String value) {
    JsonNode wrong = Yaml.read(value);

    assertThat(changed(kind, place, node -> node.set(field, wrong))).isNotEmpty();
  }

  @Test
  void seesAKindThatNobodyKnows() {
    Manifest stranger =
        new Manifest(Yaml.read("{apiVersion: example.com/v1, kind: Thing, metadata: {name: a}}"));

    assertThat(Validation.problems(stranger)).isNotEmpty();
  }

  @Test
  void seesAMistakeDeepInAList() {
    assertThat(
            changed(
                "Deployment",
                "/spec/template/spec/containers/0/readinessProbe/httpGet",
                probe -> probe.put("pth", "/q/health/ready")))
        .isNotEmpty();
  }

  private static List<String> changed(String kind, String place, Consumer<ObjectNode> change) {
    JsonNode json =
        oneOfEachKind().stream()
            .filter(manifest -> manifest.kind().equals(kind))
            .findFirst()
            .orElseThrow(() -> new AssertionError("There is no " + kind))
            .json()
            .deepCopy();
    assertThat(Validation.problems(new Manifest(json))).isEmpty();
    change.accept((ObjectNode) json.at(place));
    return Validation.problems(new Manifest(json));
  }
}
