package com.nanospace.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The arrows that the NetworkPolicies of a rendering allow, as the cluster evaluates them: by
 * labels of pods.
 *
 * <p>Others than pods have names too: {@code world} is any address, {@code namespace:x} all pods of
 * another namespace.
 */
record NetworkRules(Map<String, Map<String, String>> pods, List<Policy> policies) {

  static final String WORLD = "world";

  static NetworkRules of(Rendered rendered) {
    return new NetworkRules(podsOf(rendered), policiesOf(rendered));
  }

  /** What callers may call. */
  Set<Arrow> egress() {
    Set<Arrow> arrows = new TreeSet<>();
    for (Policy policy : policies) {
      for (JsonNode rule : policy.rules("egress")) {
        for (String from : selected(policy.subject())) {
          for (String to : others(rule.path("to"))) {
            ports(rule).forEach(port -> arrows.add(new Arrow(from, to, port)));
          }
        }
      }
    }
    return arrows;
  }

  /** From whom calls are accepted. */
  Set<Arrow> ingress() {
    Set<Arrow> arrows = new TreeSet<>();
    for (Policy policy : policies) {
      for (JsonNode rule : policy.rules("ingress")) {
        for (String to : selected(policy.subject())) {
          for (String from : others(rule.path("from"))) {
            ports(rule).forEach(port -> arrows.add(new Arrow(from, to, port)));
          }
        }
      }
    }
    return arrows;
  }

  /** Whether everything is forbidden that no policy allows. */
  boolean denyByDefault() {
    return policies.stream()
        .anyMatch(
            policy ->
                policy.subject().isEmpty()
                    && policy.spec().path("policyTypes").size() == 2
                    && policy.rules("ingress").isEmpty()
                    && policy.rules("egress").isEmpty());
  }

  private Set<String> others(JsonNode peers) {
    Set<String> names = new TreeSet<>();
    for (JsonNode peer : peers) {
      if (peer.has("ipBlock")) {
        names.add(WORLD);
      } else if (peer.has("namespaceSelector")) {
        names.add(
            "namespace:"
                + peer.at("/namespaceSelector/matchLabels")
                    .path("kubernetes.io/metadata.name")
                    .asText());
      } else {
        names.addAll(selected(peer.path("podSelector")));
      }
    }
    return names;
  }

  private Set<String> selected(JsonNode selector) {
    Map<String, String> wanted = Manifest.words(selector.path("matchLabels"));
    Set<String> names = new TreeSet<>();
    pods.forEach(
        (name, labels) -> {
          if (labels.entrySet().containsAll(wanted.entrySet())) {
            names.add(name);
          }
        });
    return names;
  }

  private static List<Integer> ports(JsonNode rule) {
    return Manifest.items(rule.path("ports")).stream()
        .map(port -> port.path("port").asInt())
        .toList();
  }

  private static Map<String, Map<String, String>> podsOf(Rendered rendered) {
    Map<String, Map<String, String>> pods = new LinkedHashMap<>();
    rendered.withPods().forEach(workload -> pods.put(workload.name(), workload.podLabels()));
    // Pods that operators make: with the labels asked for, and their own.
    for (Manifest cluster : rendered.ofKind("Cluster")) {
      pods.put(
          cluster.name(),
          with(cluster.spec().at("/inheritedMetadata/labels"), "cnpg.io/cluster", cluster.name()));
    }
    for (Manifest kafka : rendered.ofKind("Kafka")) {
      pods.put(
          kafka.name(),
          with(
              kafka.spec().at("/kafka/template/pod/metadata/labels"),
              "strimzi.io/cluster",
              kafka.name()));
    }
    return pods;
  }

  private static List<Policy> policiesOf(Rendered rendered) {
    List<Policy> policies = new ArrayList<>();
    rendered.ofKind("NetworkPolicy").forEach(policy -> policies.add(new Policy(policy.spec())));
    // Strimzi makes a policy of its own from each listener.
    for (Manifest kafka : rendered.ofKind("Kafka")) {
      for (JsonNode listener : kafka.spec().at("/kafka/listeners")) {
        policies.add(
            new Policy(
                Yaml.read(
                    """
                    podSelector: {matchLabels: {strimzi.io/cluster: %s}}
                    ingress: [{from: %s, ports: [{port: %s}]}]
                    """
                        .formatted(
                            kafka.name(),
                            listener.path("networkPolicyPeers"),
                            listener.path("port")))));
      }
    }
    return policies;
  }

  private static Map<String, String> with(JsonNode labels, String key, String value) {
    Map<String, String> all = Manifest.words(labels);
    all.put(key, value);
    return all;
  }

  /** A policy's specification. */
  record Policy(JsonNode spec) {

    JsonNode subject() {
      return spec.path("podSelector");
    }

    List<JsonNode> rules(String direction) {
      return Manifest.items(spec.path(direction));
    }
  }
}
