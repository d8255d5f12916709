package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Topics are as the contract says, and rights as the code needs them. */
class KafkaObjectsTest {

  private static final String KAFKAS_SEGMENT_MS = "604800000";

  @Test
  void theTopicsAreThoseOfTheContract() {
    assertThat(topicsOf(Rendered.PRODUCTION)).isEqualTo(TopicSettings.all());
  }

  @Test
  void eachTopicSurvivesTheLossOfABroker() {
    assertThat(Rendered.PRODUCTION.ofKind("KafkaTopic"))
        .isNotEmpty()
        .allSatisfy(
            topic -> {
              assertThat(topic.spec().path("replicas").asInt()).isEqualTo(3);
              assertThat(topic.spec().at("/config/min.insync.replicas").asInt()).isEqualTo(2);
            });
  }

  @Test
  void seesATopicThatDiffers() {
    Rendered changed =
        Rendered.PRODUCTION.with(
            "KafkaTopic",
            "identity.otp.v1",
            topic -> topic.withObject("/spec/config").put("retention.ms", 604_800_000));

    assertThat(topicsOf(changed)).isNotEqualTo(TopicSettings.all());
    assertThat(topicsOf(Rendered.PRODUCTION.without("KafkaTopic", "booking.booking.v1")))
        .isNotEqualTo(TopicSettings.all());
  }

  static List<ServiceCode> servicesWithEvents() {
    return ServiceCode.all().stream()
        .filter(service -> service.usesKit() || service.followsSessions())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("servicesWithEvents")
  void aServiceMayDoJustWhatItsCodeDoes(ServiceCode service) {
    assertThat(rightsOf(Rendered.PRODUCTION, service)).isEqualTo(needsOf(service));
  }

  @Test
  void seesARightThatIsTooMany() {
    ServiceCode identity = new ServiceCode("identity-service");
    Rendered changed =
        Rendered.PRODUCTION.with("KafkaUser", identity.module(), KafkaObjectsTest::mayReadAll);

    assertThat(rightsOf(changed, identity)).isNotEqualTo(needsOf(identity));
  }

  @Test
  void theCodeTellsOfTopics() {
    assertThat(new ServiceCode("booking-service").publishedTopics())
        .containsExactly("booking.audit.v1", "booking.booking.v1", "booking.enquiry.v1");
    assertThat(new ServiceCode("property-service").consumedTopics())
        .containsExactly("booking.booking.v1", "identity.user.v1");
  }

  @Test
  void nobodyElseHasAnAccount() {
    assertThat(Rendered.PRODUCTION.ofKind("KafkaUser"))
        .extracting(Manifest::name)
        .containsExactlyInAnyOrderElementsOf(
            servicesWithEvents().stream().map(ServiceCode::module).toList());
  }

  /** Else what was put back from a dead-letter topic would be put back once more. */
  @Test
  void theOffsetOfAGroupOutlivesDeadLetters() {
    Duration longest = longestLifeOfADeadLetter();

    assertThat(longest).isGreaterThan(Duration.ofDays(7));
    assertThat(
            Map.of(
                "production",
                Rendered.PRODUCTION.the("Kafka", "kafka").spec().at("/kafka/config"),
                "kind",
                Rendered.KIND.ofKind("ConfigMap").stream()
                    .filter(map -> map.name().startsWith("kafka-"))
                    .findFirst()
                    .orElseThrow()
                    .json()
                    .path("data"),
                "compose",
                Yaml.read(Repository.file("docker-compose.yml")).at("/services/kafka/environment")))
        .allSatisfy(
            (where, settings) -> assertThat(offsetsRetention(settings)).isGreaterThan(longest));
  }

  /** A record goes with its segment, whose newest may be that much younger. */
  private static Duration longestLifeOfADeadLetter() {
    return TopicSettings.all().entrySet().stream()
        .filter(topic -> topic.getKey().endsWith(".dlq"))
        .map(Map.Entry::getValue)
        .map(
            settings ->
                millis(settings.get("retention.ms"))
                    .plus(millis(settings.getOrDefault("segment.ms", KAFKAS_SEGMENT_MS))))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Duration offsetsRetention(JsonNode settings) {
    return Duration.ofMinutes(
        settings
            .path("offsets.retention.minutes")
            .asLong(settings.path("KAFKA_OFFSETS_RETENTION_MINUTES").asLong()));
  }

  private static Duration millis(String number) {
    return Duration.ofMillis(Long.parseLong(number));
  }

  private static Map<String, Map<String, String>> topicsOf(Rendered rendered) {
    Map<String, Map<String, String>> topics = new TreeMap<>();
    for (Manifest topic : rendered.ofKind("KafkaTopic")) {
      Map<String, String> settings = new TreeMap<>(Manifest.words(topic.spec().path("config")));
      settings.remove("min.insync.replicas");
      settings.put("partitions", topic.spec().path("partitions").asText());
      topics.put(topic.name(), settings);
    }
    return topics;
  }

  private static Set<String> rightsOf(Rendered rendered, ServiceCode service) {
    Set<String> rights = new TreeSet<>();
    for (JsonNode acl :
        rendered.the("KafkaUser", service.module()).spec().at("/authorization/acls")) {
      JsonNode resource = acl.path("resource");
      assertThat(resource.path("patternType").asText()).isEqualTo("literal");
      for (JsonNode operation : acl.path("operations")) {
        rights.add(
            "%s %s %s"
                .formatted(
                    operation.asText(),
                    resource.path("type").asText(),
                    resource.path("name").asText()));
      }
    }
    return rights;
  }

  private static Set<String> needsOf(ServiceCode service) {
    Set<String> needs = new TreeSet<>();
    for (String topic : service.consumedTopics()) {
      needs.add("Read topic " + topic);
      needs.add("Describe topic " + topic);
      needs.add("Read group " + service.applicationName());
    }
    if (service.followsSessions()) {
      needs.add("Read topic identity.user.v1");
      needs.add("Describe topic identity.user.v1");
    }
    Set<String> written = new TreeSet<>(service.publishedTopics());
    written.addAll(service.deadLetterTopics());
    for (String topic : written) {
      needs.add("Write topic " + topic);
      // The kit's audit compares what was written with outbox and inbox.
      needs.add("Read topic " + topic);
      needs.add("Describe topic " + topic);
    }
    return needs;
  }

  private static void mayReadAll(ObjectNode user) {
    ObjectNode acl = ((ArrayNode) user.at("/spec/authorization/acls")).addObject();
    acl.putObject("resource")
        .put("type", "topic")
        .put("name", "booking.booking.v1")
        .put("patternType", "literal");
    acl.putArray("operations").add("Read");
  }
}
