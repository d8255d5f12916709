package com.nanospace.identity.otp;

import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.identity.Codes;
import com.nanospace.identity.People.Person;
import com.nanospace.identity.TestClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever needs an account and its codes takes the account first, as its erasure does: while that
 * one has the account, the codes must be free for it.
 */
@QuarkusTest
class LockOrderTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String LOCK_ACCOUNT =
      "select pg_backend_pid() from account where id = ? for update";
  private static final String LOCK_CODES_AT_ONCE =
      """
      select count(*) from (
        select id from one_time_code where account_id = ? for update nowait) codes
      """;

  @Inject AgroalDataSource database;
  @Inject TestClock clock;

  @AfterEach
  void returnToThePresent() {
    clock.reset();
  }

  @Test
  void aVerificationLocksTheAccountBeforeTheCode() throws Exception {
    Person person = customer();
    sendCode("/api/otp/send-email", "email", person);
    String code = Codes.lastOf(1, person.email());

    Response reply =
        whileTheAccountIsLocked(
            person,
            () ->
                json()
                    .body(Map.of("identifier", person.email(), "otp", code))
                    .post("/api/otp/verify"));

    assertThat(reply.statusCode()).isEqualTo(200);
  }

  @Test
  void aResetLocksTheAccountBeforeTheCode() throws Exception {
    Person person = customer();
    sendCode("/api/auth/forgot-password/request", "identifier", person);
    String code = Codes.lastOf(1, person.email());

    Response reply =
        whileTheAccountIsLocked(
            person,
            () ->
                json()
                    .body(
                        Map.of(
                            "identifier",
                            person.email(),
                            "otp",
                            code,
                            "new_password",
                            "another horse battery"))
                    .post("/api/auth/forgot-password/reset"));

    assertThat(reply.statusCode()).isEqualTo(200);
  }

  @Test
  void anotherCodeLocksTheAccountBeforeTheFirst() throws Exception {
    Person person = customer();
    sendCode("/api/otp/send-email", "email", person);
    clock.pass(Duration.ofSeconds(60));

    Response reply =
        whileTheAccountIsLocked(
            person,
            () -> json().body(Map.of("identifier", person.email())).post("/api/otp/resend"));

    assertThat(reply.statusCode()).isEqualTo(200);
  }

  private static void sendCode(String path, String field, Person person) {
    json().body(Map.of(field, person.email())).post(path).then().statusCode(200);
  }

  private Response whileTheAccountIsLocked(Person person, Callable<Response> call)
      throws Exception {
    try (ExecutorService thread = Executors.newSingleThreadExecutor();
        Connection erasing = database.getConnection()) {
      erasing.setAutoCommit(false);
      int eraser = (int) read(erasing, LOCK_ACCOUNT, person.id());
      Future<Response> reply = thread.submit(call);
      try {
        await().atMost(SOON).until(() -> hasSomebodyWaiting(eraser));
        assertThat(read(erasing, LOCK_CODES_AT_ONCE, person.id())).isEqualTo(1L);
      } finally {
        erasing.rollback();
      }
      return reply.get();
    }
  }

  private boolean hasSomebodyWaiting(int blocker) throws SQLException {
    try (Connection watching = database.getConnection();
        var query =
            watching.prepareStatement(
                "select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid))")) {
      query.setInt(1, blocker);
      var rows = query.executeQuery();
      rows.next();
      return rows.getInt(1) > 0;
    }
  }

  private static Object read(Connection connection, String statement, UUID account)
      throws SQLException {
    try (var query = connection.prepareStatement(statement)) {
      query.setObject(1, account);
      var rows = query.executeQuery();
      rows.next();
      return rows.getObject(1);
    }
  }
}
