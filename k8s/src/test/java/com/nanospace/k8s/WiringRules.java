package com.nanospace.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the objects of a rendering find each other. */
final class WiringRules {

  private static final List<String> PROBES =
      List.of("startupProbe", "livenessProbe", "readinessProbe");

  private WiringRules() {}

  static List<String> problems(Rendered rendered) {
    List<String> problems = new ArrayList<>();
    rendered.withPods().forEach(workload -> checkWorkload(rendered, workload, problems));
    rendered.ofKind("Service").forEach(service -> checkService(rendered, service, problems));
    rendered.ofKind("Ingress").forEach(ingress -> checkIngress(rendered, ingress, problems));
    rendered.ofKind("HTTPRoute").forEach(route -> checkRoute(rendered, route, problems));
    rendered.ofKind("ServiceMonitor").forEach(monitor -> checkMonitor(rendered, monitor, problems));
    return problems;
  }

  private static void checkWorkload(Rendered rendered, Manifest workload, List<String> problems) {
    if (!workload.isJob()
        && !matches(workload.spec().at("/selector/matchLabels"), workload.podLabels())) {
      problems.add(workload + " does not select its own pods");
    }
    JsonNode account = workload.podSpec().path("serviceAccountName");
    if (!account.isMissingNode() && !rendered.has("ServiceAccount", account.asText())) {
      problems.add(workload + " runs under an unknown account");
    }
    requireIfNamed(
        rendered,
        "PriorityClass",
        workload.podSpec().path("priorityClassName"),
        workload,
        problems);
    Set<String> volumes =
        Stream.concat(
                Manifest.items(workload.podSpec().path("volumes")).stream()
                    .map(volume -> volume.path("name").asText()),
                Manifest.items(workload.spec().path("volumeClaimTemplates")).stream()
                    .map(claim -> claim.at("/metadata/name").asText()))
            .collect(Collectors.toSet());
    for (JsonNode volume : workload.podSpec().path("volumes")) {
      requireIfNamed(rendered, "ConfigMap", volume.at("/configMap/name"), workload, problems);
      requireIfNamed(
          rendered,
          "PersistentVolumeClaim",
          volume.at("/persistentVolumeClaim/claimName"),
          workload,
          problems);
    }
    for (JsonNode container : workload.allContainers()) {
      for (JsonNode source : container.path("envFrom")) {
        requireIfNamed(rendered, "ConfigMap", source.at("/configMapRef/name"), workload, problems);
      }
      for (JsonNode mount : container.path("volumeMounts")) {
        if (!volumes.contains(mount.path("name").asText())) {
          problems.add(workload + " mounts a volume that it does not have " + mount);
        }
      }
      for (String probe : PROBES) {
        for (String action : List.of("httpGet", "tcpSocket")) {
          JsonNode port = container.path(probe).path(action).path("port");
          if (!port.isMissingNode() && !portNames(container).contains(port.asText())) {
            problems.add("%s has a %s on an unknown port".formatted(workload, probe));
          }
        }
      }
    }
  }

  private static void checkService(Rendered rendered, Manifest service, List<String> problems) {
    List<Manifest> targets =
        rendered.withPods().stream()
            .filter(workload -> matches(service.spec().path("selector"), workload.podLabels()))
            .toList();
    if (targets.size() != 1) {
      problems.add("%s selects the pods of %s".formatted(service, targets));
      return;
    }
    for (JsonNode port : service.spec().path("ports")) {
      if (!portNames(targets.getFirst().containers().getFirst())
          .contains(port.path("targetPort").asText())) {
        problems.add("%s leads to an unknown port %s".formatted(service, port));
      }
    }
  }

  private static void checkIngress(Rendered rendered, Manifest ingress, List<String> problems) {
    for (JsonNode rule : ingress.spec().path("rules")) {
      for (JsonNode path : rule.at("/http/paths")) {
        JsonNode backend = path.at("/backend/service");
        boolean leadsSomewhere =
            rendered.has("Service", backend.path("name").asText())
                && ports(rendered, backend.path("name").asText())
                    .containsKey(backend.at("/port/name").asText());
        if (!leadsSomewhere) {
          problems.add(ingress + " leads nowhere");
        }
      }
    }
  }

  private static void checkRoute(Rendered rendered, Manifest route, List<String> problems) {
    for (JsonNode parent : route.spec().path("parentRefs")) {
      String gateway = parent.path("name").asText();
      boolean listens =
          rendered.has("Gateway", gateway)
              && rendered
                  .the("Gateway", gateway)
                  .spec()
                  .path("listeners")
                  .valueStream()
                  .anyMatch(listener -> listener.path("name").equals(parent.path("sectionName")));
      if (!listens) {
        problems.add(route + " hangs on no listener");
      }
    }
    for (JsonNode rule : route.spec().path("rules")) {
      for (JsonNode backend : rule.path("backendRefs")) {
        boolean leadsSomewhere =
            rendered.has("Service", backend.path("name").asText())
                && ports(rendered, backend.path("name").asText())
                    .containsValue(backend.path("port").asInt());
        if (!leadsSomewhere) {
          problems.add(route + " leads nowhere");
        }
      }
    }
  }

  private static void checkMonitor(Rendered rendered, Manifest monitor, List<String> problems) {
    List<Manifest> seen =
        rendered.ofKind("Service").stream()
            .filter(
                service -> matches(monitor.spec().at("/selector/matchLabels"), service.labels()))
            .toList();
    Set<String> names = seen.stream().map(Manifest::name).collect(Collectors.toSet());
    if (!names.equals(
        rendered.services().stream().map(Manifest::name).collect(Collectors.toSet()))) {
      problems.add("%s sees %s".formatted(monitor, names));
    }
    for (JsonNode endpoint : monitor.spec().path("endpoints")) {
      for (Manifest service : seen) {
        if (!ports(rendered, service.name()).containsKey(endpoint.path("port").asText())) {
          problems.add("%s reads an unknown port of %s".formatted(monitor, service));
        }
      }
    }
  }

  private static void requireIfNamed(
      Rendered rendered, String kind, JsonNode name, Manifest by, List<String> problems) {
    if (!name.isMissingNode() && !rendered.has(kind, name.asText())) {
      problems.add("%s wants the %s %s".formatted(by, kind, name.asText()));
    }
  }

  static boolean matches(JsonNode selector, Map<String, String> labels) {
    Map<String, String> wanted = Manifest.words(selector);
    return !wanted.isEmpty() && labels.entrySet().containsAll(wanted.entrySet());
  }

  private static Map<String, Integer> ports(Rendered rendered, String service) {
    return Manifest.items(rendered.the("Service", service).spec().path("ports")).stream()
        .collect(
            Collectors.toMap(
                port -> port.path("name").asText(), port -> port.path("port").asInt()));
  }

  private static Set<String> portNames(JsonNode container) {
    return Manifest.items(container.path("ports")).stream()
        .map(port -> port.path("name").asText())
        .collect(Collectors.toSet());
  }
}
