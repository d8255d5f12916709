package com.nanospace.property.listing.api;

import static com.nanospace.property.BookingPeer.answer;
import static com.nanospace.property.BookingPeer.asked;
import static com.nanospace.property.BookingPeer.grants;
import static com.nanospace.property.BookingPeer.knowsALaterVersion;
import static com.nanospace.property.BookingPeer.refuses;
import static com.nanospace.property.BookingPeer.says;
import static com.nanospace.property.PropertyClient.form;
import static com.nanospace.property.PropertyClient.formWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.property.BookingPeer.Question;
import com.nanospace.property.PropertyClient;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Offering less than is booked: who is asked, and what becomes of the answers. */
@QuarkusTest
class LoweredCapacityTest {

  private static final Duration SLOW = Duration.ofSeconds(30);

  private final PropertyClient owner = PropertyClient.owner();
  // Not the common pool, which has one thread where there are two processors.
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @Inject ObjectMapper json;
  @Inject EntityManager entities;

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void lowersUnderACeilingThatIsAskedForInTheOwnersName() throws Exception {
    String id = owner.created(formWith("total_cabins", 4));

    owner.update(id, Map.of("total_seats", 6)).statusCode(200);

    Question question = onlyQuestion(id);
    JsonNode body = json.readTree(question.body());
    assertThat(body.get("version").asLong()).isEqualTo(version(id) - 1);
    assertThat(body.get("bookable_seats").asInt()).isEqualTo(6);
    assertThat(body.path("total_cabins").isIntegralNumber()).isFalse();
    assertThat(question.authorization()).isEqualTo("Bearer " + owner.token());
    owner.get(id).body("property.total_seats", equalTo(6));
  }

  @Test
  void asksForWhatIsBookableAndNotForWhatThereIs() throws Exception {
    String id = owner.created(formWith("total_cabins", 4));

    owner.update(id, Map.of("available_seats", 7)).statusCode(200);
    owner.update(id, Map.of("total_cabins", 3)).statusCode(200);

    List<Question> questions = asked(id);
    assertThat(json.readTree(questions.getFirst().body()).get("bookable_seats").asInt())
        .isEqualTo(7);
    JsonNode second = json.readTree(questions.getLast().body());
    assertThat(second.get("total_cabins").asInt()).isEqualTo(3);
    assertThat(second.path("bookable_seats").isIntegralNumber()).isFalse();
  }

  @Test
  void takesBeginningToCountForLowering() throws Exception {
    Map<String, Object> uncounted = form();
    uncounted.remove("total_seats");
    String id = owner.created(uncounted);

    owner.update(id, Map.of("total_seats", 50)).statusCode(200);

    assertThat(json.readTree(onlyQuestion(id).body()).get("bookable_seats").asInt()).isEqualTo(50);
  }

  @Test
  void asksNobodyForAnythingElse() {
    String id = owner.created(formWith("total_cabins", 4));

    owner.update(id, Map.of("total_seats", 12, "total_cabins", 5)).statusCode(200);
    owner.update(id, Map.of("total_seats", 12, "price_per_day", 9)).statusCode(200);
    owner.update(id, "{\"total_seats\": null, \"total_cabins\": null}").statusCode(200);

    assertThat(asked(id)).isEmpty();
  }

  @Test
  void passesTheRefusalOnWithItsDaysAndChangesNothing() {
    String id = owner.approved(form());
    Map<String, Object> before = owner.get(id).extract().path("property");
    answer(id, refuses(List.of("2026-12-01", "2026-12-02"), 6));

    owner
        .update(id, Map.of("total_seats", 5, "name", "Hillside"))
        .statusCode(409)
        .body("code", equalTo("property.capacity_booked"))
        .body("error", equalTo("6 seats are booked on 2026-12-01"))
        .body("days", contains("2026-12-01", "2026-12-02"))
        .body("booked_seats", equalTo(6))
        .body("instance", equalTo("/api/properties/" + id))
        .body("request_id", not(equalTo("of-the-peer")));

    assertThat(owner.get(id).extract().<Map<String, Object>>path("property")).isEqualTo(before);
    assertThat(asked(id)).hasSize(1);
  }

  @Test
  void changesNothingWhenBookingServiceIsAway() {
    String id = owner.created(form());
    answer(id, says(503, ""));

    assertUnavailable(id);
    assertThat(asked(id)).hasSize(1);
  }

  @Test
  void changesNothingWhenBookingServiceDoesNotKnowTheOwner() {
    String id = owner.created(form());
    answer(id, says(404, ""));

    assertUnavailable(id);
  }

  @Test
  void waitsForAnAnswerNeitherLongNorWithTheRowLocked() {
    String id = owner.created(form());
    answer(id, grants().after(SLOW));

    var lowering = CompletableFuture.runAsync(() -> assertUnavailable(id), threads);
    await().until(() -> !asked(id).isEmpty());
    assertThat(rowIsFree(id)).isTrue();

    assertThat(lowering).succeedsWithin(SLOW.minusSeconds(5));
  }

  @Test
  void asksAgainWhenTheListingHasChangedMeanwhile() {
    String id = owner.created(form());
    answer(id, grants().after(Duration.ofSeconds(1)));

    var lowering =
        CompletableFuture.supplyAsync(
            () -> owner.update(id, Map.of("total_seats", 5)).extract().statusCode(), threads);
    await().until(() -> !asked(id).isEmpty());
    owner.update(id, Map.of("price_per_day", 9)).statusCode(200);

    assertThat(lowering).succeedsWithin(SLOW).isEqualTo(200);
    assertThat(asked(id))
        .extracting(LoweredCapacityTest::versionOf)
        .containsExactly(version(id) - 2, version(id) - 1);
    owner
        .get(id)
        .body("property.total_seats", equalTo(5))
        .body("property.price_per_day", equalTo(9f));
  }

  @Test
  void lowersNeverFurtherThanItsVersionWasGrantedHoweverManyChangesRace() {
    String id = owner.created(formWith("total_seats", 20));
    answer(id, grants().after(Duration.ofMillis(50)));

    List<CompletableFuture<Integer>> lowerings =
        IntStream.rangeClosed(1, 12)
            .mapToObj(seats -> Map.of("total_seats", seats))
            .map(
                change ->
                    CompletableFuture.supplyAsync(
                        () -> owner.update(id, change).extract().statusCode(), threads))
            .toList();
    lowerings.forEach(it -> assertThat(it.join()).isIn(200, 409));

    List<JsonPath> states = states(id);
    for (int i = 1; i < states.size(); i++) {
      int seats = states.get(i).getInt("bookable_seats");
      long before = states.get(i - 1).getLong("version");
      if (seats < states.get(i - 1).getInt("bookable_seats")) {
        assertThat(asked(id)).anyMatch(it -> versionOf(it) == before && seatsOf(it) == seats);
      }
    }
  }

  @Test
  void startsOverThreeTimesWhenBookingServiceKnowsALaterVersion() {
    String id = owner.created(form());
    answer(id, knowsALaterVersion());

    owner
        .update(id, Map.of("total_seats", 5))
        .statusCode(409)
        .body("code", equalTo("conflict.stale"))
        .body("$", not(hasKey("days")));

    assertThat(asked(id)).hasSize(3);
    owner.get(id).body("property.total_seats", equalTo(10));
  }

  private void assertUnavailable(String id) {
    owner
        .update(id, Map.of("total_seats", 5))
        .statusCode(503)
        .header("Retry-After", equalTo("5"))
        .body("code", equalTo("dependency.unavailable"));
    owner.get(id).body("property.total_seats", equalTo(10));
  }

  /** All states of the listing that were published, in the order of their versions. */
  private List<JsonPath> states(String id) {
    return new TopicProbe("property.listing.v1")
        .awaitAll(id, Math.toIntExact(version(id)), record -> true).stream()
            .map(record -> JsonPath.from(record.value()))
            .sorted(Comparator.comparingLong(state -> state.getLong("version")))
            .toList();
  }

  private static long versionOf(Question question) {
    return JsonPath.from(question.body()).getLong("version");
  }

  private static int seatsOf(Question question) {
    return JsonPath.from(question.body()).getInt("bookable_seats");
  }

  private boolean rowIsFree(String id) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                !entities
                    .createNativeQuery(
                        "select 1 from listing where id = cast(?1 as uuid) for update skip locked")
                    .setParameter(1, id)
                    .getResultList()
                    .isEmpty());
  }

  private long version(String id) {
    return ((Number)
            entities
                .createNativeQuery("select version from listing where id = cast(?1 as uuid)")
                .setParameter(1, id)
                .getSingleResult())
        .longValue();
  }

  private Question onlyQuestion(String id) {
    assertThat(asked(id)).hasSize(1);
    return asked(id).getFirst();
  }
}
