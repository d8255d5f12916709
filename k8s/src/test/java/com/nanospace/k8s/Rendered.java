package com.nanospace.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All objects of one overlay, as {@code k8s/render} wrote them. */
record Rendered(String name, List<Manifest> manifests) {

  static final Rendered KIND = of("kind");
  static final Rendered PRODUCTION = of("production");

  /** Production with every component that may be added. */
  static final Rendered EVERYTHING = of("everything");

  private static Rendered of(String name) {
    return new Rendered(
        name, Yaml.readAll(Repository.file("k8s/rendered/" + name + ".yaml"), Manifest::new));
  }

  static Stream<Rendered> all() {
    return Stream.of(KIND, PRODUCTION, EVERYTHING);
  }

  List<Manifest> ofKind(String kind) {
    return manifests.stream().filter(manifest -> manifest.kind().equals(kind)).toList();
  }

  List<Manifest> withPods() {
    return manifests.stream().filter(Manifest::hasPods).toList();
  }

  /** The Deployments of the suite's own five services. */
  List<Manifest> services() {
    return ofKind("Deployment").stream()
        .filter(deployment -> "service".equals(deployment.labels().get("nanospace.com/kind")))
        .toList();
  }

  Manifest the(String kind, String name) {
    return ofKind(kind).stream()
        .filter(manifest -> manifest.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no %s %s".formatted(kind, name)));
  }

  boolean has(String kind, String name) {
    return ofKind(kind).stream().anyMatch(manifest -> manifest.name().equals(name));
  }

  /** The same with one object changed, to see a rule fail. */
  Rendered with(String kind, String name, Consumer<ObjectNode> change) {
    Manifest original = the(kind, name);
    ObjectNode changed = original.json().deepCopy();
    change.accept(changed);
    List<Manifest> all = new ArrayList<>(manifests);
    all.set(all.indexOf(original), new Manifest(changed));
    return new Rendered(this.name, all);
  }

  Rendered without(String kind, String name) {
    Manifest gone = the(kind, name);
    return new Rendered(
        this.name, manifests.stream().filter(manifest -> !manifest.equals(gone)).toList());
  }

  /** The first container of a changed object. */
  static ObjectNode container(JsonNode workload) {
    return (ObjectNode) workload.at("/spec/template/spec/containers/0");
  }

  @Override
  public String toString() {
    return name;
  }
}
