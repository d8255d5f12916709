package com.nanospace.kit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasedPeopleTest {

  private final UUID person = UUID.randomUUID();

  @Inject ErasedPeople erased;
  @Inject EntityManager entities;

  @Test
  void refusesThoseWhoWereErased() {
    assertThat(isErased(person)).isFalse();

    erase(person);
    erase(person);

    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> QuarkusTransaction.requiringNew().run(() -> erased.refuseIfErased(person)));
    assertThat(refusal.code()).isEqualTo(CommonError.AUTH_REQUIRED);
    assertThat(isErased(UUID.randomUUID())).isFalse();
  }

  @Test
  void waitsForWhoeverIsAboutToStoreSomethingOfThePerson() throws Exception {
    CountDownLatch stored = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      CountDownLatch asked = new CountDownLatch(1);
      Future<?> storing =
          threads.submit(
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(
                          () -> {
                            assertThat(erased.contains(person)).isFalse();
                            asked.countDown();
                            awaitUninterrupted(stored);
                          }));
      asked.await();
      Future<?> erasing = threads.submit(() -> erase(person));
      await().atMost(Duration.ofSeconds(10)).until(this::somebodyWaitsForALock);
      assertThat(erasing.isDone()).isFalse();

      stored.countDown();

      storing.get();
      erasing.get();
    }
    assertThat(isErased(person)).isTrue();
  }

  private void erase(UUID id) {
    QuarkusTransaction.requiringNew().run(() -> erased.add(id));
  }

  private boolean isErased(UUID id) {
    return QuarkusTransaction.requiringNew().call(() -> erased.contains(id));
  }

  private boolean somebodyWaitsForALock() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                (boolean)
                    entities
                        .createNativeQuery(
                            """
                            select exists (
                              select from pg_locks where locktype = 'advisory' and not granted)
                            """,
                            Boolean.class)
                        .getSingleResult());
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
