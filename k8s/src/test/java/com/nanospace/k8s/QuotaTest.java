package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the namespace may take: enough for its busiest day, and not much more. */
class QuotaTest {

  private static final Map<String, String> DEFAULTS =
      Map.of("requests", "defaultRequest", "limits", "default");

  static Stream<Rendered> inProduction() {
    return Stream.of(Rendered.PRODUCTION, Rendered.EVERYTHING);
  }

  @ParameterizedTest
  @MethodSource("inProduction")
  void everythingAtItsMostHasRoom(Rendered rendered) {
    assertThat(lacking(rendered, BigDecimal.ONE)).isEmpty();
  }

  @Test
  void whatRunsWildIsStoppedBeforeItTakesTwiceThat() {
    assertThat(lacking(Rendered.PRODUCTION, BigDecimal.TWO))
        .containsExactlyInAnyOrder(
            "requests.cpu",
            "requests.memory",
            "limits.memory",
            "pods",
            "persistentvolumeclaims",
            "requests.storage");
  }

  @Test
  void seesThatMoreReplicasNeedMore() {
    Rendered changed =
        Rendered.PRODUCTION.with(
            "HorizontalPodAutoscaler",
            "gateway",
            scaler -> scaler.withObject("/spec").put("maxReplicas", 60));

    assertThat(lacking(changed, BigDecimal.ONE)).contains("pods", "requests.cpu");
  }

  @ParameterizedTest
  @MethodSource("inProduction")
  void containersThatStateNothingAreLetIn(Rendered rendered) {
    assertThat(withoutDefault(rendered)).isEmpty();
  }

  @Test
  void seesAContainerThatWouldNotBeLetIn() {
    Rendered changed =
        Rendered.PRODUCTION.with(
            "ResourceQuota",
            "nano-space",
            quota -> ((ObjectNode) quota.at("/spec/hard")).put("limits.cpu", "90"));

    assertThat(withoutDefault(changed)).containsExactly("limits.cpu");
  }

  /** What the quota has too little of for everything at its most, so many times over. */
  private static Set<String> lacking(Rendered rendered, BigDecimal times) {
    JsonNode hard = hard(rendered);
    Set<String> lacking = new TreeSet<>();
    Footprint.of(rendered)
        .forEach(
            (name, amount) -> {
              if (hard.has(name)
                  && Footprint.amount(hard.path(name)).compareTo(amount.multiply(times)) < 0) {
                lacking.add(name);
              }
            });
    return lacking;
  }

  /** A quota refuses each container that does not state what it counts. */
  private static Set<String> withoutDefault(Rendered rendered) {
    JsonNode containers = rendered.the("LimitRange", "containers").spec().at("/limits/0");
    Set<String> counted = new TreeSet<>();
    hard(rendered)
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(name -> name.matches("(requests|limits)[.](cpu|memory)"))
        .forEach(counted::add);
    assertThat(counted).isNotEmpty();
    counted.removeIf(
        name -> {
          String[] parts = name.split("[.]");
          return containers.path(DEFAULTS.get(parts[0])).has(parts[1]);
        });
    return counted;
  }

  private static JsonNode hard(Rendered rendered) {
    return rendered.the("ResourceQuota", "nano-space").spec().path("hard");
  }
}
