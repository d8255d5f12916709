package com.nanospace.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import com.nanospace.system.promise.Call.Answer;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A replica that is told to stop finishes what it has accepted, and takes nothing more. */
@ExtendWith(RunningSuite.class)
class ShutdownTest {

  private final Person customer = Person.registeredAs("customer");
  private final Stays stays = new Stays();

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "booking"})
  void replacingAReplicaUnderLoadFailsNoRequest(String service) throws InterruptedException {
    Part replica = Part.of(service).getFirst();

    List<Answer> answers;
    try (Load load =
        Load.of(
            4,
            List.of(
                turn -> Call.get(customer, "/api/bookings/my-bookings"),
                turn -> stays.booking(customer, turn % 300)))) {
      replica.replacedAfter(replica::terminate);
      answers = load.stop();
    }

    assertThat(answers).hasSizeGreaterThan(50);
    assertThat(answers)
        .filteredOn(answer -> !List.of(200, 201, 409).contains(answer.status()))
        .isEmpty();
  }
}
