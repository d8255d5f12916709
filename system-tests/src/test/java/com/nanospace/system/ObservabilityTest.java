package com.nanospace.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.system.promql.Series;
import com.nanospace.system.promql.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What alerts and dashboards ask for is what the running suite tells. */
@ExtendWith(RunningSuite.class)
class ObservabilityTest {

  private static final Path FILES = Path.of("").toAbsolutePath().resolveSibling("observability");

  private static final Pattern METRIC =
      Pattern.compile(
          "\\b(?:nanospace|http_server|agroal|kafka_consumer|jvm|process)_[a-z_]*[a-z]");

  /** Conditions that nothing meets as long as all is well, and why that is so. */
  private static final Map<String, String> RARE =
      Map.of("status=~\"5..\"", "a healthy suite answers no request with 5xx");

  private final Alerts alerts = Alerts.in(FILES.resolve("prometheus/alerts.yml"));
  private final List<Dashboard> dashboards = Dashboard.in(FILES.resolve("grafana/dashboards"));

  /** Some series begin with what they count. */
  @BeforeAll
  static void peopleUseTheSuite() {
    Person customer = Person.registeredAs("customer");
    String property = Listings.approved(Person.registeredAs("owner"), Person.admin());
    Gateway.anyone()
        .body(Map.of("identifier", customer.email(), "password", "wrong password"))
        .post("/api/auth/login")
        .then()
        .statusCode(401);
    askForACode(customer, 200);
    askForACode(customer, 429);
    Gateway.anyone()
        .body(Map.of("identifier", customer.phone(), "otp", customer.textMessages().awaitCode()))
        .post("/api/otp/verify")
        .then()
        .statusCode(200);
    book(customer, property, 1, 201);
    book(customer, property, 10, 409);
    Gateway.anyone()
        .body(Map.of("name", "Ravi", "email", customer.email(), "message", "Is there parking?"))
        .post("/api/enquiries")
        .then()
        .statusCode(201);
    Gateway.anyoneWithoutBody().get("/api/uploads/none.png").then().statusCode(404);
  }

  @Test
  void everyMetricAndLabelThatIsAskedForExists() {
    assertThat(queries()).hasSizeGreaterThan(80);

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              Vocabulary told = told();
              assertThat(queries().stream().flatMap(query -> told.complaintsAbout(query).stream()))
                  .isEmpty();
            });
  }

  @Test
  void everyMetricThatOperatorsReadAboutExists() throws IOException {
    String page = Files.readString(FILES.resolveSibling(Runbooks.PAGE));
    Set<String> named =
        METRIC.matcher(page).results().map(MatchResult::group).collect(Collectors.toSet());
    assertThat(named).hasSizeGreaterThan(25);

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(
                        Metrics.scraped().stream()
                            .map(Series::metric)
                            .flatMap(name -> Stream.of(name, name.replaceFirst("_count$", ""))))
                    .containsAll(named));
  }

  @Test
  void wouldMissWhatTheSuiteDoesNotTell() {
    Vocabulary told = told();

    assertThat(told.complaintsAbout("sum(rate(nanospace_made_up_total[5m]))"))
        .containsExactly("no metric nanospace_made_up_total");
    assertThat(told.complaintsAbout("sum by (made_up) (nanospace_outbox_pending)"))
        .containsExactly("no label made_up of nanospace_outbox_pending");
    assertThat(told.complaintsAbout("nanospace_changes_total{aggregate=\"made-up\"}")).hasSize(1);
  }

  /** An alert on failures must see the first one: its series is there before, at zero. */
  @Test
  void failuresAreCountedFromZero() {
    List<String> failures =
        List.of(
            "nanospace_gateway_unanswered_total{origin=\"booking\"}",
            "nanospace_deliveries_total{outcome=\"failed\"}",
            "nanospace_events_handling_seconds_count{outcome=\"parked\"}");

    await()
        .untilAsserted(
            () ->
                assertThat(failures)
                    .allSatisfy(query -> assertThat(told().complaintsAbout(query)).isEmpty()));
  }

  @Test
  void noConditionCountsAsRareThatNobodyAsksFor() {
    assertThat(RARE.keySet())
        .allSatisfy(
            condition ->
                assertThat(queries()).anySatisfy(query -> assertThat(query).contains(condition)));
  }

  private List<String> queries() {
    return Stream.concat(
            alerts.queries().stream(),
            dashboards.stream().flatMap(dashboard -> dashboard.queries().stream()))
        .toList();
  }

  private Vocabulary told() {
    List<Series> series = new ArrayList<>(Metrics.scraped());
    series.addAll(alerts.made());
    return new Vocabulary(series, RARE.keySet());
  }

  private static void askForACode(Person person, int status) {
    Gateway.anyone()
        .body(Map.of("phone", person.phone()))
        .post("/api/otp/send-sms")
        .then()
        .statusCode(status);
  }

  private static void book(Person customer, String property, int quantity, int status) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                customer
                    .asks()
                    .body(
                        Map.of(
                            "property_id", property, "booking_type", "day", "quantity", quantity))
                    .post("/api/bookings")
                    .then()
                    .statusCode(status));
  }
}
