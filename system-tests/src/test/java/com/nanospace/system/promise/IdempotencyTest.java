package com.nanospace.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import com.nanospace.system.promise.Call.Answer;
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

    try (HeldListing held = HeldListing.of(stays.property, Duration.ofSeconds(5))) {
      first = CompletableFuture.supplyAsync(booking::send);
      held.awaitSomebodyWaiting();
      replicas.forEach(Part::kill);
      assertThat(first.get().status()).isIn(0, 502, 503);
    }
    Part.awaitAllReady();

    await().atMost(Duration.ofSeconds(30)).until(() -> booking.send().status() == 201);
    assertThat(Stays.withNotes(customer, key))
        .containsExactly(booking.send().json().at("/booking/id").asText());
  }
}
