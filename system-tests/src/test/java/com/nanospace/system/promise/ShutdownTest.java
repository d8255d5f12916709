package com.nanospace.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import com.nanospace.system.promise.Call.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A replica that is told to stop finishes what it has accepted, and takes nothing more. */
@ExtendWith(RunningSuite.class)
class ShutdownTest {

  private static final int CALLERS = 4;

  /** Enough that none of them is slowed down for writing too much. */
  private final List<Person> customers =
      Stream.generate(() -> Person.registeredAs("customer")).limit(CALLERS).toList();

  private final Stays stays = new Stays();

  @Test
  void replacingReplicasUnderLoadFailsNoRequest() throws InterruptedException {
    List<Answer> answers;
    try (Load load = Load.of(CALLERS, List.of(this::readBookings, this::book))) {
      Part.roll(Stream.of(first("gateway"), first("booking")));
      answers = load.stop();
    }

    assertThat(answers).hasSizeGreaterThan(50);
    assertNoneFailed(answers);
  }

  @Test
  @Tag("soak")
  void rollingEachServiceUnderLoadFailsNoRequest() throws InterruptedException {
    List<Answer> answers;
    try (Load load =
        Load.of(
            CALLERS,
            List.of(
                this::readBookings,
                this::book,
                this::readListing,
                this::changeListing,
                this::readProfile,
                this::changeProfile,
                this::readNotifications))) {
      Part.roll(
          Stream.of("gateway", "identity", "property", "booking", "notification")
              .map(ShutdownTest::first));
      answers = load.stop();
    }

    assertThat(answers).hasSizeGreaterThan(500);
    assertNoneFailed(answers);
  }

  private static Part first(String service) {
    return Part.of(service).getFirst();
  }

  /** A day that is full is an answer, too. */
  private static void assertNoneFailed(List<Answer> answers) {
    assertThat(answers)
        .filteredOn(answer -> !List.of(200, 201, 409).contains(answer.status()))
        .isEmpty();
  }

  private Person customer(int turn) {
    return customers.get(turn % CALLERS);
  }

  private Call readBookings(int turn) {
    return Call.get(customer(turn), "/api/bookings/my-bookings");
  }

  private Call book(int turn) {
    return stays.booking(customer(turn), turn % 300);
  }

  private Call readListing(int turn) {
    return Call.get(customer(turn), "/api/properties/" + stays.property);
  }

  private Call changeListing(int turn) {
    return Call.put(
        stays.owner, "/api/properties/" + stays.property, Map.of("price_per_month", 6000 + turn));
  }

  private Call readProfile(int turn) {
    return Call.get(customer(turn), "/api/auth/me");
  }

  private Call changeProfile(int turn) {
    return Call.put(
        customer(turn), "/api/auth/update-profile", Map.of("full_name", "Asha " + turn));
  }

  private Call readNotifications(int turn) {
    return Call.get(customer(turn), "/api/notifications");
  }
}
