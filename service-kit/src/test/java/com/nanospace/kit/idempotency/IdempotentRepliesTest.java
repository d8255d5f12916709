package com.nanospace.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Ids;
import com.nanospace.kit.Notes;
import com.nanospace.kit.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotentRepliesTest {

  private final String key = UUID.randomUUID().toString();
  private final String text = "idempotent " + key;

  @Inject IdempotentReplies replies;
  @Inject Notes notes;
  @Inject ObjectMapper json;

  record Body(String name) {}

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
    return replies.replayOrRun(
        key,
        caller,
        "note",
        body,
        () -> {
          UUID id = Ids.next();
          notes.add(id, text);
          return Reply.created(new View(id.toString(), body.name()));
        });
  }
}
