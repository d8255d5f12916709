package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every arrow of the policies has its twin in the code, and every one of the code in the policies.
 */
class NetworkTest {

  private static final int HTTP = 8080;

  static Stream<Rendered> rendered() {
    return Rendered.all();
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void whatIsNotAllowedIsForbidden(Rendered rendered) {
    assertThat(NetworkRules.of(rendered).denyByDefault()).isTrue();
    assertThat(NetworkRules.of(rendered.without("NetworkPolicy", "default-deny")).denyByDefault())
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void bothEndsOfAnArrowAgree(Rendered rendered) {
    NetworkRules rules = NetworkRules.of(rendered);

    assertThat(among(rules.egress(), rules)).isEqualTo(among(rules.ingress(), rules));
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void theArrowsAreThoseOfTheCode(Rendered rendered) {
    assertThat(arrowsOfServices(rendered)).isEqualTo(arrowsOfTheCode(rendered));
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void theAddressesGivenAreThoseOfTheCode(Rendered rendered) {
    Map<String, Set<String>> given = new HashMap<>();
    Map<String, Set<String>> asked = new HashMap<>();
    for (ServiceCode service : ServiceCode.all()) {
      given.put(
          service.module(), addressesOf(rendered, rendered.the("Deployment", service.module())));
      asked.put(service.module(), addresses(service.peers()));
    }

    assertThat(given).isEqualTo(asked);
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void jobsReachWhatTheirCommandAsks(Rendered rendered) {
    assertThat(rendered.ofKind("CronJob"))
        .isNotEmpty()
        .allSatisfy(
            job -> {
              Set<String> peers = commandOf(job).peers();
              assertThat(arrowsOf(rendered, job)).isEqualTo(arrows(job.name(), peers));
              assertThat(addressesOf(rendered, job)).isEqualTo(addresses(peers));
            });
  }

  @Test
  void seesAJobThatReachesTooMuchOrTooLittle() {
    Manifest job = Rendered.KIND.the("CronJob", "rebuild-listings");
    Set<Arrow> wanted = arrows(job.name(), commandOf(job).peers());

    assertThat(wanted).hasSize(2);
    assertThat(arrowsOf(Rendered.KIND.without("NetworkPolicy", "rebuild-listings"), job))
        .isNotEqualTo(wanted);
    assertThat(
            arrowsOf(
                Rendered.KIND.with(
                    "NetworkPolicy", "rebuild-listings", NetworkTest::mayAskNotification),
                job))
        .isNotEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void onlyTheGatewayIsReachedFromOutside(Rendered rendered) {
    Set<Arrow> fromOutside =
        NetworkRules.of(rendered).ingress().stream()
            .filter(arrow -> arrow.port() == HTTP)
            .filter(arrow -> arrow.from().matches("world|namespace:.*"))
            .collect(Collectors.toSet());

    assertThat(fromOutside).isNotEmpty().allMatch(arrow -> arrow.to().equals("gateway"));
  }

  @Test
  void servicesLeaveTheClusterForWhatTheyAreConfiguredTo() {
    Rendered production = Rendered.PRODUCTION;
    Map<String, String> notification =
        Environment.of(production, production.the("Deployment", "notification-service"));
    Map<String, String> property =
        Environment.of(production, production.the("Deployment", "property-service"));
    assertThat(property).containsEntry("NANOSPACE_STORAGE_KIND", "s3");
    assertThat(notification).containsEntry("NANOSPACE_SMS_TWILIO_ENABLED", "true");
    int smtp = Integer.parseInt(notification.get("QUARKUS_MAILER_PORT"));

    Set<Arrow> leaving = leaving(production);

    assertThat(leaving)
        .contains(
            new Arrow("property-service", NetworkRules.WORLD, 443),
            new Arrow("notification-service", NetworkRules.WORLD, 443),
            new Arrow("notification-service", NetworkRules.WORLD, smtp));
    assertThat(leaving)
        .extracting(Arrow::from)
        .containsOnly("property-service", "notification-service");
    assertThat(leaving).extracting(Arrow::port).containsOnly(443, 465, 587);
    assertThat(leaving(Rendered.KIND)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void metricsAreReadAndTracesSentInOnePlace(Rendered rendered) {
    NetworkRules rules = NetworkRules.of(rendered);
    for (Manifest service : rendered.services()) {
      assertThat(rules.ingress())
          .contains(new Arrow("namespace:observability", service.name(), 9000));
      assertThat(rules.egress())
          .contains(new Arrow(service.name(), "namespace:observability", 4317));
    }
    assertThat(rules.egress())
        .filteredOn(arrow -> arrow.to().startsWith("namespace:"))
        .extracting(Arrow::to)
        .containsOnly("namespace:observability", "namespace:kube-system");
  }

  @Test
  void seesAnArrowThatNobodyNeeds() {
    Rendered changed =
        Rendered.PRODUCTION
            .with("NetworkPolicy", "booking-service", NetworkTest::mayAskNotification)
            .with("NetworkPolicy", "notification-service", NetworkTest::answersBooking);

    assertThat(arrowsOfServices(changed)).isNotEqualTo(arrowsOfTheCode(Rendered.PRODUCTION));
  }

  @Test
  void seesGatewaysThatMayNotReachTheirCounts() {
    Rendered changed = Rendered.PRODUCTION.without("NetworkPolicy", "gateway-to-postgres");

    assertThat(arrowsOfServices(changed)).isNotEqualTo(arrowsOfTheCode(Rendered.PRODUCTION));
  }

  @Test
  void seesAnArrowThatIsMissing() {
    assertThat(arrowsOfServices(Rendered.KIND.without("NetworkPolicy", "booking-service")))
        .isNotEqualTo(arrowsOfTheCode(Rendered.KIND));
  }

  @Test
  void seesAnArrowWithOneEnd() {
    NetworkRules changed =
        NetworkRules.of(
            Rendered.PRODUCTION.with(
                "NetworkPolicy", "booking-service", NetworkTest::mayAskNotification));

    assertThat(among(changed.egress(), changed)).isNotEqualTo(among(changed.ingress(), changed));
  }

  @Test
  void theCodeTellsOfPeers() {
    assertThat(new ServiceCode("identity-service").peers()).isEmpty();
    assertThat(new ServiceCode("booking-service").peers())
        .containsExactly("identity-service", "property-service");
    assertThat(new ServiceCode("gateway").peers()).hasSize(4);
  }

  private static OperatorCommand commandOf(Manifest job) {
    return new OperatorCommand(job.containers().getFirst().at("/args/0").asText());
  }

  /** Where the policies let a job's pods go, but for the names that all may ask for. */
  private static Set<Arrow> arrowsOf(Rendered rendered, Manifest job) {
    return NetworkRules.of(rendered).egress().stream()
        .filter(arrow -> arrow.from().equals(job.name()))
        .filter(arrow -> !arrow.to().equals("namespace:kube-system"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Arrow> arrows(String from, Set<String> peers) {
    return peers.stream()
        .map(peer -> new Arrow(from, peer, HTTP))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> addressesOf(Rendered rendered, Manifest workload) {
    return Environment.of(rendered, workload).entrySet().stream()
        .filter(variable -> variable.getKey().matches("NANOSPACE_[A-Z]+_URL"))
        .map(Map.Entry::getValue)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> addresses(Set<String> peers) {
    return peers.stream()
        .map(peer -> "http://%s:%d".formatted(peer, HTTP))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Arrows that start at one of the five services and end at a pod of the same namespace. */
  private static Set<Arrow> arrowsOfServices(Rendered rendered) {
    NetworkRules rules = NetworkRules.of(rendered);
    Set<String> services =
        rendered.services().stream().map(Manifest::name).collect(Collectors.toSet());
    Set<Arrow> arrows = among(rules.egress(), rules);
    arrows.retainAll(rules.ingress());
    arrows.removeIf(arrow -> !services.contains(arrow.from()) || arrow.to().equals("mailpit"));
    return arrows;
  }

  private static Set<Arrow> arrowsOfTheCode(Rendered rendered) {
    Set<Arrow> arrows = new TreeSet<>();
    for (ServiceCode service : ServiceCode.all()) {
      arrows.addAll(arrows(service.module(), service.peers()));
      if (service.usesKit()) {
        arrows.add(new Arrow(service.module(), "postgres", 5432));
      }
      if (service.usesKit() || service.followsSessions()) {
        arrows.add(new Arrow(service.module(), "kafka", 9092));
      }
    }
    if (gateway(rendered).getOrDefault("NANOSPACE_LIMITS_SHARED", "false").equals("true")) {
      arrows.add(new Arrow("gateway", "postgres", 5432));
    }
    return arrows;
  }

  private static Map<String, String> gateway(Rendered rendered) {
    return Environment.of(rendered, rendered.the("Deployment", "gateway"));
  }

  private static Set<Arrow> leaving(Rendered rendered) {
    Set<String> services =
        rendered.services().stream().map(Manifest::name).collect(Collectors.toSet());
    return NetworkRules.of(rendered).egress().stream()
        .filter(arrow -> services.contains(arrow.from()))
        .filter(arrow -> arrow.to().equals(NetworkRules.WORLD))
        .collect(Collectors.toSet());
  }

  /** Arrows between pods of the namespace; those within one engine are the operator's affair. */
  private static Set<Arrow> among(Set<Arrow> arrows, NetworkRules rules) {
    Predicate<String> isPod = rules.pods()::containsKey;
    return arrows.stream()
        .filter(arrow -> isPod.test(arrow.from()) && isPod.test(arrow.to()))
        .filter(arrow -> !arrow.from().equals(arrow.to()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void mayAskNotification(ObjectNode policy) {
    ObjectNode rule = ((ArrayNode) policy.at("/spec/egress")).addObject();
    rule.putArray("ports").addObject().put("port", HTTP);
    rule.putArray("to")
        .addObject()
        .putObject("podSelector")
        .putObject("matchLabels")
        .put("app.kubernetes.io/name", "notification-service");
  }

  private static void answersBooking(ObjectNode policy) {
    ObjectNode rule = ((ArrayNode) policy.at("/spec/ingress")).addObject();
    rule.putArray("ports").addObject().put("port", HTTP);
    rule.putArray("from")
        .addObject()
        .putObject("podSelector")
        .putObject("matchLabels")
        .put("app.kubernetes.io/name", "booking-service");
  }
}
