package com.nanospace.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import com.nanospace.system.promise.Call.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a dependency that is away costs: bounded refusals, its own routes, and no restart. */
@ExtendWith(RunningSuite.class)
@SuppressWarnings("try") // what is closed is the state that the test is in
class DependencyTest {

  /** The gateway's own limit for a reply, and what the way to the client takes. */
  private static final Duration BOUND = Duration.ofSeconds(20);

  private static final Duration RECOVERY = Duration.ofSeconds(30);

  /** The relay of the outbox has a connection for as long as its process runs. */
  private static final long RELAYS = 1;

  private final Person customer = Person.registeredAs("customer");
  private final Stays stays = new Stays();
  private final Call reading = Call.get(customer, "/api/bookings/my-bookings");

  @Test
  void aDatabaseThatStandsStillIsRefusedInTimeAndComesBack() throws InterruptedException {
    List<Long> before = pids();

    List<Answer> answers;
    try (var database = Part.pause(List.of(Part.POSTGRESQL))) {
      answers = Call.together(Collections.nCopies(40, reading));
    }

    assertThat(answers).allSatisfy(DependencyTest::isRefusedInTime);
    comesBack();
    assertThat(pids()).as("nobody was started again").isEqualTo(before);
  }

  @Test
  void aDatabaseThatIsStartedAgainIsFoundAgain() throws InterruptedException {
    List<Long> before = pids();

    // The server ends all its processes and recovers when one of them dies like this.
    long child = Part.POSTGRESQL.handle().children().findFirst().orElseThrow().pid();
    assertThat(Part.signal("KILL", child)).isTrue();
    List<Answer> answers = Call.together(Collections.nCopies(40, reading));

    assertThat(answers)
        .allSatisfy(
            answer -> {
              if (answer.status() != 200) {
                isRefusedInTime(answer);
              }
            });
    comesBack();
    assertThat(pids()).isEqualTo(before);
  }

  @Test
  void aDatabaseWithoutConnectionsLeftIsRefusedInTimeAndComesBack() throws SQLException {
    try (Shortage shortage = Shortage.ofConnections()) {
      assertThat(reading.send()).satisfies(DependencyTest::isRefusedInTime);
    }
    comesBack();
  }

  @Test
  void aServiceThatStandsStillCostsItsOwnRoutesAlone() throws InterruptedException {
    Call listing = Call.get(customer, "/api/properties/" + stays.property);
    // From here on booking-service knows the listing, and asks nobody.
    assertThat(stays.booking(customer, 0).send().status()).isEqualTo(201);
    long before = callsToProperties();
    List<Answer> answers;
    try (var properties = Part.pause(Part.of("property"))) {
      answers = Call.together(Collections.nCopies(20, listing));
      assertThat(reading.send().status()).isEqualTo(200);
      assertThat(stays.booking(customer, 0).send().status()).isEqualTo(201);
    }

    assertThat(answers).allSatisfy(DependencyTest::isRefusedInTime);
    AtomicInteger asked = new AtomicInteger(answers.size());
    await()
        .atMost(RECOVERY)
        .until(
            () -> {
              asked.incrementAndGet();
              return listing.send().status() == 200;
            });
    assertThat(callsToProperties() - before)
        .as("calls for %d requests", asked.get())
        .isBetween(1L, asked.get() * 11L / 10);
  }

  /** Its transaction is ended while it stands, so that others get what it has locked. */
  @Test
  @Tag("soak")
  void whoStandsStillInMidTransactionKeepsItsLocksForABoundedTime() throws Exception {
    Call booking = stays.booking(customer, 0);
    CompletableFuture<Answer> first;
    Part.Standstill bookings;
    try (HeldListing held = HeldListing.of(stays.property, Duration.ofSeconds(5))) {
      first = CompletableFuture.supplyAsync(booking::send);
      held.awaitSomebodyWaiting();
      bookings = Part.pause(Part.of("booking"));
    }

    // The booking has the listing now, and stands still.
    try (bookings;
        HeldListing held = HeldListing.of(stays.property, Duration.ofSeconds(45))) {
      assertThat(first.get()).satisfies(DependencyTest::isRefusedInTime);
    }
    comesBack();
    assertThat(booking.send().status()).isEqualTo(201);
  }

  private static long callsToProperties() {
    return Part.of("property").stream()
        .mapToLong(part -> part.answered("/api/properties/{id}"))
        .sum();
  }

  private static void isRefusedInTime(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("dependency.unavailable");
    assertThat(answer.header("retry-after")).matches("[1-9]\\d*");
    assertThat(answer.took()).isLessThan(BOUND);
  }

  /** Also with many requests side by side, and no connection or request is left behind. */
  private void comesBack() {
    await()
        .atMost(RECOVERY)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(
            () ->
                Call.together(Collections.nCopies(40, reading)).stream()
                    .allMatch(answer -> answer.status() == 200));
    assertThat(
            IntStream.range(0, 10)
                .mapToObj(day -> stays.booking(customer, 10 + day).send().status()))
        .containsOnly(201);
    await("all connections and requests to have ended")
        .atMost(RECOVERY)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                Part.of("booking").stream().allMatch(part -> connectionsInUse(part) <= RELAYS)
                    && Part.of("gateway").stream().allMatch(part -> requestsUnderWay(part) == 0));
  }

  private static long connectionsInUse(Part booking) {
    return booking.metric("agroal_active_count");
  }

  private static long requestsUnderWay(Part gateway) {
    return gateway.metric("nanospace_gateway_requests_active");
  }

  private static List<Long> pids() {
    return Part.services().map(part -> part.handle().pid()).sorted().toList();
  }

  /** PostgreSQL has no connection left for booking-service, and takes back those it had. */
  private record Shortage(Connection administrator) implements AutoCloseable {

    static Shortage ofConnections() throws SQLException {
      Shortage shortage = new Shortage(Suite.database("postgres"));
      shortage.run("alter role booking connection limit 0");
      shortage.run(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'booking'");
      return shortage;
    }

    @Override
    public void close() throws SQLException {
      run("alter role booking connection limit -1");
      administrator.close();
    }

    private void run(String sql) throws SQLException {
      try (Statement statement = administrator.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
