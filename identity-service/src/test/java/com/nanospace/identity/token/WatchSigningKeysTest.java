package com.nanospace.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.identity.KeyFiles;
import com.nanospace.identity.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit trail is told when keys come and go under several replicas. */
@QuarkusTest
class WatchSigningKeysTest {

  @TempDir Path folder;

  @Inject WatchSigningKeys ofThisProcess;
  @Inject RecordKeyChange recordKeyChange;
  @Inject EntityManager entities;

  private final TestClock clock = new TestClock();
  private final String a = "a-" + UUID.randomUUID();
  private final String b = "b-" + UUID.randomUUID();

  @BeforeEach
  void letThisProcessTellWhatItHasToTell() {
    ofThisProcess.watch();
  }

  @Test
  void tellsEachChangeOnceOverAllReplicas() throws Exception {
    write(a + ".pem");
    List<WatchSigningKeys> replicas = List.of(replica(), replica(), replica());
    atOnce(replicas);
    write(b + ".next.pem");
    atOnce(replicas);
    clock.pass(Duration.ofMinutes(10));
    atOnce(replicas);
    Files.move(folder.resolve(b + ".next.pem"), folder.resolve(b + ".pem"));
    atOnce(replicas);
    Files.delete(folder.resolve(a + ".pem"));
    atOnce(replicas);
    atOnce(List.of(replica(), replica()));

    List<JsonPath> lines = lines();
    assertThat(lines)
        .extracting(line -> line.<String, Object>getMap("after"))
        .containsExactly(
            keys(List.of(a), a),
            keys(List.of(a, b), a),
            keys(List.of(a, b), b),
            keys(List.of(b), b));
    for (int later = 1; later < lines.size(); later++) {
      assertThat(lines.get(later).<String, Object>getMap("before"))
          .isEqualTo(lines.get(later - 1).getMap("after"));
    }
    assertThat(lines).allSatisfy(line -> assertThat(line.<String>get("actor_id")).isNull());
  }

  @Test
  void leavesTheWayBackToWhoHasSeenTheWayThere() throws Exception {
    write(a + ".pem");
    WatchSigningKeys ahead = replica();
    WatchSigningKeys behind = replica();
    ahead.watch();
    behind.watch();
    write(b + ".next.pem");
    ahead.watch();
    Files.delete(folder.resolve(b + ".next.pem"));

    behind.watch();
    assertThat(lines()).hasSize(2);

    ahead.watch();
    assertThat(lines()).hasSize(3);
  }

  private WatchSigningKeys replica() {
    TokenConfig config = SigningKeysTest.config(Optional.of(folder));
    return new WatchSigningKeys(new SigningKeys(config, clock), recordKeyChange, config);
  }

  private void write(String name) throws Exception {
    KeyFiles.write(folder.resolve(name), 2048);
  }

  private static void atOnce(List<WatchSigningKeys> replicas) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(replicas.size())) {
      List<Future<?>> running =
          replicas.stream().<Future<?>>map(each -> threads.submit(each::watch)).toList();
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  private static Map<String, Object> keys(List<String> published, String signing) {
    return Map.of("published", published, "signing", signing);
  }

  /** Those that name a key of this test, as the outbox has them. */
  private List<JsonPath> lines() {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            select cast(payload as text) from outbox
            where payload->>'action' = 'signing-keys.changed'
              and (position(?1 in payload->>'after') > 0 or position(?2 in payload->>'after') > 0)
            order by id
            """,
            String.class)
        .setParameter(1, a)
        .setParameter(2, b)
        .getResultStream()
        .map(JsonPath::from)
        .toList();
  }
}
