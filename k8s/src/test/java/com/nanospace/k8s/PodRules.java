package com.nanospace.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What every pod of the suite keeps to: Kubernetes' restricted Pod Security Standard, and more. */
final class PodRules {

  private static final Set<String> RESTRICTED_VOLUMES =
      Set.of("configMap", "emptyDir", "persistentVolumeClaim", "projected", "secret");

  private static final Pattern PINNED = Pattern.compile(".+(:v?\\d[\\w.-]*|@sha256:[0-9a-f]{64})");

  private PodRules() {}

  static List<String> problems(Manifest workload) {
    Problems problems = new Problems(workload);
    JsonNode pod = workload.podSpec();
    JsonNode security = pod.path("securityContext");

    problems.unless(security.path("runAsNonRoot").asBoolean(), "may run as root");
    problems.unless(security.path("runAsUser").asInt() > 0, "has no user");
    problems.unless(
        security.path("seccompProfile").path("type").asText().equals("RuntimeDefault"),
        "has no seccomp profile");
    problems.unless(isFalse(pod, "automountServiceAccountToken"), "gets a token of the API");
    problems.unless(isFalse(pod, "enableServiceLinks"), "gets variables of all Services");
    problems.unless(pod.has("priorityClassName"), "has no priority");
    for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
      problems.unless(!pod.has(shared), "shares " + shared);
    }
    for (JsonNode volume : Manifest.items(pod.path("volumes"))) {
      problems.unless(hasRestrictedType(volume), "has a forbidden volume " + volume);
      problems.unless(
          !volume.has("emptyDir") || volume.path("emptyDir").has("sizeLimit"),
          "has an emptyDir without limit");
    }
    for (JsonNode container : workload.allContainers()) {
      check(container, problems);
    }
    if (!workload.isJob()) {
      for (JsonNode container : workload.containers()) {
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
          problems.unless(container.has(probe), "has no " + probe);
        }
      }
    }
    return problems.found;
  }

  private static void check(JsonNode container, Problems problems) {
    String name = container.path("name").asText();
    JsonNode security = container.path("securityContext");
    problems.unless(isFalse(security, "allowPrivilegeEscalation"), name + " may escalate");
    problems.unless(
        security.path("readOnlyRootFilesystem").asBoolean(), name + " may write its file system");
    problems.unless(
        security.at("/capabilities/drop").toString().equals("[\"ALL\"]")
            && !security.path("capabilities").has("add"),
        name + " has capabilities");
    problems.unless(!security.path("privileged").asBoolean(), name + " is privileged");
    for (String bound : List.of("requests", "limits")) {
      for (String resource : List.of("cpu", "memory")) {
        problems.unless(
            container.path("resources").path(bound).has(resource),
            "%s has no %s of %s".formatted(name, bound, resource));
      }
    }
    String image = container.path("image").asText();
    problems.unless(PINNED.matcher(image).matches(), name + " has a floating image " + image);
    for (JsonNode port : Manifest.items(container.path("ports"))) {
      problems.unless(!port.has("hostPort"), name + " takes a port of the node");
    }
  }

  private static boolean hasRestrictedType(JsonNode volume) {
    return volume
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(key -> !key.equals("name"))
        .allMatch(RESTRICTED_VOLUMES::contains);
  }

  private static boolean isFalse(JsonNode node, String field) {
    return node.has(field) && !node.path(field).asBoolean();
  }

  private record Problems(Manifest workload, List<String> found) {

    Problems(Manifest workload) {
      this(workload, new ArrayList<>());
    }

    void unless(boolean fine, String problem) {
      if (!fine) {
        found.add(workload + " " + problem);
      }
    }
  }
}
