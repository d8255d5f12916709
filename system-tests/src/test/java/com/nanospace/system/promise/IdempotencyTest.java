package com.nanospace.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import com.nanospace.system.promise.Call.Answer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A request under an Idempotency-Key takes effect once, whatever becomes of those who serve it. */
@ExtendWith(RunningSuite.class)
class IdempotencyTest {

  private final Person customer = Person.registeredAs("customer");
  private final Stays stays = new Stays();
  private final String key = UUID.randomUUID().toString();

  @Test
  void fiftyRepeatsSideBySideMakeOneBooking() throws InterruptedException {
    Call booking = stays.booking(customer, 0, key).under(key);

    List<Answer> answers = Call.together(Collections.nCopies(50, booking));

    assertThat(answers)
        .allSatisfy(
            answer -> {
              if (answer.status() == 409) {
                assertThat(answer.code()).isEqualTo("idempotency.in_progress");
              } else {
                assertThat(answer.status()).isEqualTo(201);
              }
            });
    String id = booking.send().json().at("/booking/id").asText();
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 201)
        .isNotEmpty()
        .allMatch(answer -> answer.json().at("/booking/id").asText().equals(id));
    assertThat(Stays.withNotes(customer, key)).containsExactly(id);
  }

  @Test
  void aRepeatAfterTheProcessDiedInTheMiddleMakesOneBooking() throws Exception {
    Call booking = stays.booking(customer, 0, key).under(key);
    List<Part> replicas = Part.of("booking");
    CompletableFuture<Answer> first;

    // The listing's row is held, so that the booking waits in the middle of its transaction.
    try (Connection database = Suite.database("booking")) {
      database.setAutoCommit(false);
      hold(database, stays.property);
      first = CompletableFuture.supplyAsync(booking::send);
      awaitWaiting(database);
      replicas.forEach(Part::kill);
      assertThat(first.get().status()).isIn(0, 502, 503);
      database.rollback();
    }
    Part.awaitAllReady();

    await().atMost(Duration.ofSeconds(30)).until(() -> booking.send().status() == 201);
    assertThat(Stays.withNotes(customer, key)).hasSize(1);
  }

  private static void hold(Connection database, String listing) throws SQLException {
    try (PreparedStatement lock =
        database.prepareStatement("select 1 from listing where id = cast(? as uuid) for update")) {
      lock.setString(1, listing);
      assertThat(lock.executeQuery().next()).isTrue();
    }
  }

  private static void awaitWaiting(Connection database) {
    await("the booking to wait for its listing")
        .until(
            () -> {
              try (var waiting =
                  database
                      .createStatement()
                      .executeQuery(
                          """
                          select count(*) from pg_stat_activity
                          where datname = 'booking' and wait_event_type = 'Lock'
                          """)) {
                return waiting.next() && waiting.getInt(1) > 0;
              }
            });
  }
}
