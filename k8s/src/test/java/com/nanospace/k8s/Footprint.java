package com.nanospace.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a rendering takes of its namespace at most, by the names that a quota has for it. */
final class Footprint {

  /** While a Deployment rolls, one pod more is there, and one that has not ended yet. */
  private static final int ROLLING = 2;

  private final Map<String, BigDecimal> sums = new TreeMap<>();

  private Footprint() {}

  static Map<String, BigDecimal> of(Rendered rendered) {
    Footprint footprint = new Footprint();
    for (Manifest service : rendered.services()) {
      int replicas = ScalingTest.mostReplicas(rendered, service.name());
      footprint.addPods(replicas + ROLLING, podOf(service));
    }
    rendered.ofKind("CronJob").forEach(job -> footprint.addPods(1, podOf(job)));
    footprint.addDatabases(rendered);
    footprint.addKafka(rendered);
    return footprint.sums;
  }

  static BigDecimal amount(JsonNode quantity) {
    return Quantity.getAmountInBytes(Quantity.parse(quantity.asText()));
  }

  private void addDatabases(Rendered rendered) {
    JsonNode sidecar =
        rendered
            .the("ObjectStore", "postgres")
            .spec()
            .at("/instanceSidecarConfiguration/resources");
    for (Manifest cluster : rendered.ofKind("Cluster")) {
      int instances = cluster.spec().path("instances").asInt();
      addPods(instances, sum(Stream.of(cluster.spec().path("resources"), sidecar)));
      addVolumes(instances, cluster.spec().at("/storage/size"));
      addVolumes(instances, cluster.spec().at("/walStorage/size"));
    }
  }

  private void addKafka(Rendered rendered) {
    for (Manifest pool : rendered.ofKind("KafkaNodePool")) {
      int brokers = pool.spec().path("replicas").asInt();
      addPods(brokers, sum(Stream.of(pool.spec().path("resources"))));
      pool.spec()
          .at("/storage/volumes")
          .forEach(volume -> addVolumes(brokers, volume.path("size")));
    }
    for (Manifest kafka : rendered.ofKind("Kafka")) {
      addPods(
          1,
          sum(
              Stream.of("/topicOperator/resources", "/userOperator/resources")
                  .map(kafka.spec().path("entityOperator")::at)));
      addPods(1, sum(Stream.of(kafka.spec().at("/kafkaExporter/resources"))));
    }
  }

  private void addPods(int count, Map<String, BigDecimal> each) {
    add("pods", count, BigDecimal.ONE);
    each.forEach((name, amount) -> add(name, count, amount));
  }

  private void addVolumes(int count, JsonNode size) {
    add("persistentvolumeclaims", count, BigDecimal.ONE);
    add("requests.storage", count, amount(size));
  }

  private void add(String name, int count, BigDecimal amount) {
    sums.merge(name, amount.multiply(BigDecimal.valueOf(count)), BigDecimal::add);
  }

  /** Its containers together, or an init container that takes more than they. */
  private static Map<String, BigDecimal> podOf(Manifest workload) {
    Map<String, BigDecimal> pod = sum(workload.containers().stream().map(Footprint::resources));
    for (JsonNode step : workload.podSpec().path("initContainers")) {
      sum(Stream.of(resources(step)))
          .forEach((name, amount) -> pod.merge(name, amount, BigDecimal::max));
    }
    return pod;
  }

  private static JsonNode resources(JsonNode container) {
    return container.path("resources");
  }

  private static Map<String, BigDecimal> sum(Stream<JsonNode> resources) {
    Map<String, BigDecimal> sum = new TreeMap<>();
    resources.forEach(
        each -> {
          for (String bound : List.of("requests", "limits")) {
            each.path(bound)
                .properties()
                .forEach(
                    resource ->
                        sum.merge(
                            bound + "." + resource.getKey(),
                            amount(resource.getValue()),
                            BigDecimal::add));
          }
        });
    return sum;
  }
}
