package com.nanospace.identity.token;

import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.identity.KeyFiles;
import com.nanospace.identity.People.Person;
import com.nanospace.identity.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys come and go while people work. */
@QuarkusTest
class KeyRotationTest {

  private static final int CLIENTS = 3;
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject SigningKeys keys;
  @Inject TestClock clock;

  @ConfigProperty(name = "nanospace.tokens.key-folder")
  Path folder;

  private final AtomicBoolean going = new AtomicBoolean(true);
  private final AtomicInteger rounds = new AtomicInteger();
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

  @AfterEach
  void returnToThePresent() {
    clock.reset();
  }

  @Test
  void failsNoRequestWhileAnotherKeyTakesOver() throws Exception {
    Person early = customer();
    Path old = folder.resolve(keys.current().kid() + ".pem");
    List<Person> people = List.of(customer(), customer(), customer());
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      people.forEach(person -> clients.execute(() -> keepRefreshing(person)));
      awaitMoreRounds();

      KeyFiles.write(folder.resolve("second.next.pem"), 2048);
      keys.check();
      assertThat(published()).hasSize(2);
      awaitMoreRounds();
      clock.pass(Duration.ofMinutes(10));
      Files.move(folder.resolve("second.next.pem"), folder.resolve("second.pem"));
      keys.check();
      assertThat(keys.current().kid()).isEqualTo("second");
      awaitMoreRounds();

      going.set(false);
    }

    assertThat(statuses).containsOnly(200);
    early.calls().get("/api/auth/me").then().statusCode(200);

    Files.delete(old);
    keys.check();
    assertThat(published()).containsExactly("second");
    await().atMost(SOON).until(() -> early.calls().get("/api/auth/me").statusCode() == 401);
    customer().calls().get("/api/auth/me").then().statusCode(200);
  }

  private static List<String> published() {
    return given().get("/.well-known/jwks.json").jsonPath().getList("keys.kid");
  }

  private void awaitMoreRounds() {
    int enough = rounds.get() + 4 * CLIENTS;
    await().atMost(SOON).until(() -> rounds.get() >= enough);
  }

  private void keepRefreshing(Person person) {
    String token = person.refreshToken();
    while (going.get()) {
      Response refreshed = json().body(Map.of("refresh_token", token)).post("/api/auth/refresh");
      statuses.add(refreshed.statusCode());
      statuses.add(
          given().auth().oauth2(refreshed.path("access_token")).get("/api/auth/me").statusCode());
      token = refreshed.path("refresh_token");
      rounds.incrementAndGet();
    }
  }
}
