package com.nanospace.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.nanospace.kit.Notes;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that is away is nobody's fault: 503, and when to come again. */
@QuarkusTest
class DatabaseAwayTest {

  @Inject AgroalDataSource database;
  @Inject Notes notes;

  @Test
  void isToldWhenItGoesDuringACommit() {
    assertUnavailable(given().post("/failing/lost-commit"));
  }

  @Test
  void isToldWhileNoConnectionIsLeft() throws SQLException {
    List<Connection> all = new ArrayList<>();
    try {
      takeEveryConnection(all);
      assertUnavailable(given().get("/failing/notes"));
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
    }
    given().get("/failing/notes").then().statusCode(200);
  }

  @Test
  void waitsForNobodyWhoStandsStillWithALock() {
    String text = "locked " + UUID.randomUUID();
    notes.add(UUID.randomUUID(), text);

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              notes.lock(text, Duration.ofSeconds(5));
              assertUnavailable(given().post("/failing/locked?note={text}", text));
            });

    given().post("/failing/locked?note={text}", text).then().statusCode(204);
  }

  @ParameterizedTest
  @CsvSource({
    "lock_timeout, 7s",
    "idle_in_transaction_session_timeout, 30s",
    "client_connection_check_interval, 5s"
  })
  void boundsWhatTheDatabaseWaitsFor(String setting, String bound) {
    assertThat(notes.setting(setting)).isEqualTo(bound);
  }

  private void takeEveryConnection(List<Connection> taken) {
    try {
      while (true) {
        taken.add(database.getConnection());
      }
    } catch (SQLException noneLeft) {
      assertThat(taken).isNotEmpty();
    }
  }

  private static void assertUnavailable(Response reply) {
    reply
        .then()
        .statusCode(503)
        .header("Retry-After", matchesPattern("\\d+"))
        .body("code", equalTo("dependency.unavailable"));
  }
}
