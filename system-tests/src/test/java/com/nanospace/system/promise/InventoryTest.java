package com.nanospace.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import com.nanospace.system.promise.Call.Answer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No day is ever sold over its capacity, on whichever replica people meet. */
@ExtendWith(RunningSuite.class)
class InventoryTest {

  private static final int BOOKINGS = 200;

  /** Enough that none of them is slowed down for asking too much. */
  private static final int CUSTOMERS = 20;

  private static final int SEATS = 10;
  private static final int WARM_UPS = 6;

  @Test
  void twoHundredBookingsOfTenSeatsMakeTenBookings() throws IOException, InterruptedException {
    race(5);
  }

  @Test
  @Tag("soak")
  void theyDoSoEveryTime() throws IOException, InterruptedException {
    race(50);
  }

  private static void race(int rounds) throws IOException, InterruptedException {
    List<Person> customers =
        Stream.generate(() -> Person.registeredAs("customer")).limit(CUSTOMERS).toList();
    Stays stays = new Stays();
    warmUp(customers, stays, rounds);

    for (int round = 0; round < rounds; round++) {
      int day = round;
      List<Answer> answers =
          Call.together(
              IntStream.range(0, BOOKINGS)
                  .mapToObj(i -> stays.booking(customers.get(i % CUSTOMERS), day))
                  .toList());

      assertThat(byStatus(answers))
          .as("round %d", round)
          .isEqualTo(Map.of(201, (long) SEATS, 409, (long) BOOKINGS - SEATS));
      assertThat(answers)
          .filteredOn(answer -> answer.status() == 409)
          .allMatch(answer -> answer.code().equals("booking.no_capacity"))
          .allMatch(answer -> answer.json().get("days").equals(days(stays.day(day))));
    }
    assertThat(RunningSuite.command("audit")).last().asString().contains("nothing wrong");
  }

  /**
   * So that the first round does not meet processes that have never booked: on two cores those need
   * ten seconds and more for two hundred bookings, and the gateway waits eight for a connection.
   * Few enough at a time for that, and side by side, so that each replica gets some.
   */
  private static void warmUp(List<Person> customers, Stays stays, int day)
      throws InterruptedException {
    for (int i = 0; i < WARM_UPS; i++) {
      assertThat(
              Call.together(
                  customers.stream().map(customer -> stays.booking(customer, day)).toList()))
          .allMatch(answer -> List.of(201, 409).contains(answer.status()));
    }
  }

  private static JsonNode days(LocalDate day) {
    return JsonNodeFactory.instance.arrayNode().add(day.toString());
  }

  private static Map<Integer, Long> byStatus(List<Answer> answers) {
    return answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
  }
}
