package com.nanospace.system.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.system.Gateway;
import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The end of a session ends its access tokens too, at every replica of every service. */
@ExtendWith(RunningSuite.class)
class EndedSessionsTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void whoLogsOutIsOutEverywhere() {
    Person person = Person.registeredAs("owner");
    Doors.all().forEach((name, door) -> assertThat(status(door, person)).as(name).isEqualTo(200));

    person.asksWithoutBody().post("/api/auth/logout").then().statusCode(200);

    awaitClosed(person);
  }

  @Test
  void whoIsSuspendedIsOutEverywhere() {
    Person person = Person.registeredAs("owner");
    Doors.all().forEach((name, door) -> assertThat(status(door, person)).as(name).isEqualTo(200));

    Person.admin()
        .asks()
        .body(Map.of("status", "suspended"))
        .put("/api/admin/users/{id}/status", person.id())
        .then()
        .statusCode(200);

    awaitClosed(person);
  }

  @Test
  void aNewPasswordEndsTheOtherSessionsAndNotThisOne() {
    Person person = Person.registeredAs("owner");
    String other =
        Gateway.anyone()
            .body(Map.of("identifier", person.email(), "password", Person.PASSWORD))
            .post("/api/auth/login")
            .then()
            .statusCode(200)
            .extract()
            .path("access_token");

    person
        .asks()
        .body(Map.of("current_password", Person.PASSWORD, "new_password", "another horse battery"))
        .post("/api/auth/change-password")
        .then()
        .statusCode(200);

    Doors.all().forEach((name, door) -> awaitClosed(name, door, other));
    Doors.all().forEach((name, door) -> assertThat(status(door, person)).as(name).isEqualTo(200));
  }

  private static void awaitClosed(Person person) {
    Doors.all().forEach((name, door) -> awaitClosed(name, door, person.accessToken()));
  }

  private static void awaitClosed(String name, String door, String token) {
    await(name + " to be closed")
        .pollInterval(Duration.ofMillis(100))
        .atMost(SOON)
        .until(() -> Doors.isClosed(door, token));
  }

  private static int status(String door, Person person) {
    return Doors.knock(door, person.accessToken()).statusCode();
  }
}
