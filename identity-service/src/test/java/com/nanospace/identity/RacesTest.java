package com.nanospace.identity;

import static com.nanospace.identity.People.PASSWORD;
import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.logIn;
import static com.nanospace.identity.People.newEmail;
import static com.nanospace.identity.People.newPhone;
import static com.nanospace.identity.People.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.nanospace.identity.throttle.LoginThrottle;
import com.nanospace.identity.throttle.LoginThrottle.Subject;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds however many do the same at once. */
@QuarkusTest
class RacesTest {

  private static final int MANY = 12;

  @Inject LoginThrottle throttle;

  @Test
  void registersAnEmailAddressOnce() throws Exception {
    Map<String, Object> body = registration();

    List<Integer> statuses =
        statuses(atOnce(() -> json().body(body).post("/api/auth/register"), MANY));

    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
  }

  @Test
  void registersAPhoneOnce() throws Exception {
    String phone = newPhone();

    List<Integer> statuses =
        statuses(
            atOnce(
                () -> json().body(registration("phone", phone)).post("/api/auth/register"), MANY));

    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
  }

  @Test
  void givesOneChildToParallelRefreshes() throws Exception {
    String token = customer().refreshToken();

    List<Response> replies = atOnce(() -> refresh(token), MANY);

    assertThat(statuses(replies)).containsOnly(200);
    assertThat(replies.stream().map(reply -> reply.<String>path("refresh_token")).distinct())
        .hasSize(1);
    refresh(replies.getFirst().path("refresh_token")).then().statusCode(200);
  }

  @Test
  void answersThreeOfManyParallelGuesses() throws Exception {
    String email = customer().email();
    json().body(Map.of("email", email)).post("/api/otp/send-email").then().statusCode(200);
    String wrong = Codes.otherThan(Codes.lastOf(1, email));

    List<Response> replies = atOnce(() -> verify(email, wrong), 20);

    assertThat(statuses(replies)).containsOnly(400, 404);
    assertThat(
            replies.stream()
                .filter(reply -> reply.statusCode() == 400)
                .map(reply -> reply.<Integer>path("remaining_attempts")))
        .containsExactlyInAnyOrder(2, 1, 0);
  }

  @Test
  void acceptsACodeOnce() throws Exception {
    String email = customer().email();
    json().body(Map.of("email", email)).post("/api/otp/send-email").then().statusCode(200);
    String code = Codes.lastOf(1, email);

    List<Integer> statuses = statuses(atOnce(() -> verify(email, code), MANY));

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404);
  }

  @Test
  void sendsOneCodeForManyParallelRequests() throws Exception {
    String email = customer().email();

    List<Integer> statuses =
        statuses(
            atOnce(() -> json().body(Map.of("email", email)).post("/api/otp/send-email"), MANY));

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 429);
  }

  @Test
  void answersFiveOfManyParallelPasswordGuesses() throws Exception {
    String email = customer().email();

    List<Integer> statuses =
        statuses(atOnce(() -> logIn(email, "wrong password").extract().response(), MANY));

    assertThat(statuses).containsOnly(401, 429);
    assertThat(statuses.stream().filter(status -> status == 401)).hasSize(5);
  }

  @Test
  void answersTheHundredthGuessAloneOfManyFromEverywhere() throws Exception {
    People.Person person = customer();
    for (int address = 0; address < 99; address++) {
      throttle.note(Subject.account(person.id(), "198.51.100." + address), false);
    }
    AtomicInteger address = new AtomicInteger();

    List<Integer> statuses =
        statuses(
            atOnce(
                () ->
                    json()
                        .header("X-Forwarded-For", "203.0.113." + address.incrementAndGet())
                        .body(Map.of("identifier", person.email(), "password", "wrong password"))
                        .post("/api/auth/login"),
                MANY));

    assertThat(statuses).containsOnlyOnce(401).containsOnly(401, 429);
  }

  @Test
  void signsInOnePersonManyTimesAtOnce() throws Exception {
    String email = customer().email();

    List<Integer> statuses =
        statuses(atOnce(() -> logIn(email, PASSWORD).extract().response(), MANY));

    assertThat(statuses).containsOnly(200);
  }

  @Test
  void leavesNoSessionThatBeganWithTheOldPassword() throws Exception {
    People.Person person = customer();
    Callable<Response> logIn = () -> logIn(person.email(), PASSWORD).extract().response();
    List<Callable<Response>> calls = new ArrayList<>(Collections.nCopies(MANY, logIn));
    calls.set(
        MANY / 2,
        () ->
            person
                .calls()
                .body(Map.of("current_password", PASSWORD, "new_password", "another password"))
                .post("/api/auth/change-password"));

    List<Response> replies = allAtOnce(calls);

    assertThat(replies.remove(MANY / 2).statusCode()).isEqualTo(200);
    assertThat(statuses(replies)).isSubsetOf(200, 401);
    for (Response reply : replies) {
      if (reply.statusCode() == 200) {
        RestAssured.given()
            .auth()
            .oauth2(reply.path("access_token"))
            .get("/api/auth/me")
            .then()
            .statusCode(401);
      }
    }
    person.calls().get("/api/auth/sessions").then().body("total", equalTo(1));
  }

  @Test
  void keepsBothOfTwoChangesToOneProfile() throws Exception {
    People.Person person = customer();
    String phone = newPhone();
    List<Map<String, Object>> changes =
        List.of(Map.of("full_name", "Asha R. Rao"), Map.of("phone", phone));

    List<Response> replies =
        allAtOnce(
            changes.stream()
                .<Callable<Response>>map(
                    change -> () -> person.calls().body(change).put("/api/auth/update-profile"))
                .toList());

    assertThat(statuses(replies)).containsOnly(200);
    Map<String, Object> user =
        new HashMap<>(person.calls().get("/api/auth/me").<Map<String, Object>>path("user"));
    assertThat(user).containsEntry("full_name", "Asha R. Rao").containsEntry("phone", phone);
  }

  @Test
  void registersManyStrangersAtOnce() throws Exception {
    List<Integer> statuses =
        statuses(
            atOnce(
                () -> json().body(registration("email", newEmail())).post("/api/auth/register"),
                MANY));

    assertThat(statuses).containsOnly(201);
  }

  private static Response refresh(String token) {
    return json().body(Map.of("refresh_token", token)).post("/api/auth/refresh");
  }

  private static Response verify(String email, String otp) {
    return json().body(Map.of("identifier", email, "otp", otp)).post("/api/otp/verify");
  }

  private static List<Integer> statuses(List<Response> replies) {
    return replies.stream().map(Response::statusCode).toList();
  }

  private static List<Response> atOnce(Callable<Response> call, int times) throws Exception {
    return allAtOnce(IntStream.range(0, times).mapToObj(i -> call).toList());
  }

  private static List<Response> allAtOnce(List<Callable<Response>> calls) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      List<Future<Response>> running = new ArrayList<>();
      for (Callable<Response> call : calls) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      start.countDown();
      List<Response> replies = new ArrayList<>();
      for (Future<Response> reply : running) {
        replies.add(reply.get());
      }
      return replies;
    }
  }
}
