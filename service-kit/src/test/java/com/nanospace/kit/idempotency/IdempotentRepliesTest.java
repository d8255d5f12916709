package com.nanospace.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Ids;
import com.nanospace.kit.Notes;
import com.nanospace.kit.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class IdempotentRepliesTest {

  private final String key = UUID.randomUUID().toString();
  private final String text = "idempotent " + key;

  @Inject IdempotentReplies replies;
  @Inject Notes notes;
  @Inject ObjectMapper json;
  @Inject EntityManager entities;

  record Body(String name) {}

  /** What a later release makes of it. */
  record WiderBody(String name, String remark) {}

  record View(String id, String name) {}

  @Test
  void replaysTheSameReplyForTheSameKey() throws Exception {
    Reply first = post("alice", new Body("a"));
    Reply second = post("alice", new Body("a"));

    assertThat(second.status()).isEqualTo(201);
    assertThat(json.valueToTree(second.body()).equals(json.valueToTree(first.body()))).isTrue();
    assertThat(notes.count(text)).isEqualTo(1);
  }

  @Test
  void refusesAnotherBodyUnderTheSameKey() {
    post("alice", new Body("a"));

    Refusal refusal = catchThrowableOfType(Refusal.class, () -> post("alice", new Body("b")));

    assertThat(refusal.code()).isEqualTo(CommonError.IDEMPOTENCY_MISMATCH);
  }

  @Test
  void knowsABodyAgainWhenAReleaseHasAddedAMember() {
    post("alice", new Body("a"));

    assertThat(post("alice", new WiderBody("a", null), "a").status()).isEqualTo(201);
    assertThat(notes.count(text)).isEqualTo(1);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> post("alice", new WiderBody("a", "new"), "a"));
  }

  @Test
  void tellsARepeatThatTheFirstRequestStillRuns() {
    replies.replayOrRun(
        key,
        "alice",
        "note",
        new Body("a"),
        () -> {
          Refusal refusal =
              CompletableFuture.supplyAsync(
                      () -> catchThrowableOfType(Refusal.class, () -> post("alice", new Body("a"))))
                  .join();
          assertThat(refusal.code()).isEqualTo(CommonError.IDEMPOTENCY_IN_PROGRESS);
          assertThat(refusal.retryAfter()).isPresent();
          return Reply.created(new View("1", "a"));
        });
  }

  @ParameterizedTest
  @CsvSource({"23 hours 59 minutes, 1", "24 hours 1 minute, 2"})
  void keepsAReplyForADay(String ago, int effects) {
    AtomicInteger effect = new AtomicInteger();
    Runnable post =
        () ->
            replies.replayOrRun(
                key,
                "alice",
                "note",
                new Body("a"),
                () -> Reply.created(new View("" + effect.incrementAndGet(), "a")));
    post.run();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        """
                        update idempotent_reply set created_at = created_at - cast(?1 as interval)
                        where key = ?2
                        """)
                    .setParameter(1, ago)
                    .setParameter(2, key)
                    .executeUpdate());

    post.run();

    assertThat(effect).hasValue(effects);
  }

  @Test
  void keepsTheKeysOfDifferentCallersApart() {
    post("alice", new Body("a"));

    // The effect runs again, and its unique note proves it.
    assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> post("bob", new Body("a")));
  }

  @Test
  void forgetsAnEffectThatFailed() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                replies.replayOrRun(
                    key,
                    "alice",
                    "note",
                    new Body("a"),
                    () -> {
                      throw new Refusal(CommonError.CONFLICT, "Not now");
                    }));

    assertThat(post("alice", new Body("a")).status()).isEqualTo(201);
  }

  @Test
  void runsTheEffectOnceUnderParallelRepeats() throws InterruptedException, ExecutionException {
    List<Callable<Boolean>> attempts = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      attempts.add(
          () -> {
            try {
              return post("alice", new Body("a")).status() == 201;
            } catch (Refusal refusal) {
              assertThat(refusal.code()).isEqualTo(CommonError.IDEMPOTENCY_IN_PROGRESS);
              return false;
            }
          });
    }
    int replied = 0;
    try (ExecutorService clients = Executors.newFixedThreadPool(10)) {
      for (Future<Boolean> attempt : clients.invokeAll(attempts)) {
        replied += attempt.get() ? 1 : 0;
      }
    }

    assertThat(replied).isPositive();
    assertThat(notes.count(text)).isEqualTo(1);
  }

  private Reply post(String caller, Body body) {
    return post(caller, body, body.name());
  }

  private Reply post(String caller, Object body, String name) {
    return replies.replayOrRun(
        key,
        caller,
        "note",
        body,
        () -> {
          UUID id = Ids.next();
          notes.add(id, text);
          return Reply.created(new View(id.toString(), name));
        });
  }
}
