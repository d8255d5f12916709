package com.nanospace.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events take effect once, however often they are delivered. */
@ExtendWith(RunningSuite.class)
class EffectsTest {

  private static final List<String> CONSUMERS =
      List.of("booking", "property", "notification", "identity");
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Person admin = Person.admin();
  private final Person customer = Person.registeredAs("customer");
  private final Stays stays = new Stays();

  @Test
  void everythingDeliveredAgainChangesNothingAndSendsNothing() {
    String booking = stays.booking(customer, 0).send().json().at("/booking/id").asText();
    Call.put(customer, "/api/bookings/%s/cancel".formatted(booking), Map.of()).send();
    customer.mailbox().awaitMessage("cancelled");
    CONSUMERS.forEach(EffectsTest::awaitAllTaken);
    Deliveries.awaitNonePending();
    List<Map<String, String>> mails = customer.mailbox().messages();
    String before = state();
    assertThat(before).contains("\"listing.approved\"");

    rewindAll();
    Part.awaitAllReady();
    CONSUMERS.forEach(EffectsTest::awaitAllTaken);
    Deliveries.awaitNonePending();

    assertThat(customer.mailbox().messages()).isEqualTo(mails);
    assertThat(state()).isEqualTo(before);
  }

  /** What the customer, the public and the admins see. */
  private String state() {
    return String.join(
        "\n",
        Call.get(customer, "/api/notifications").send().body(),
        Call.get(customer, "/api/bookings/my-bookings").send().body(),
        Call.get(customer, "/api/properties/" + stays.property).send().body(),
        stays.availability(customer).send().body(),
        Call.get(admin, "/api/admin/audit?subject=" + stays.property).send().body());
  }

  /** Members leave as they are replaced, and in that moment their offsets go back to zero. */
  private static void rewindAll() {
    CONSUMERS.stream().flatMap(service -> Part.of(service).stream()).forEach(Part::terminate);
    Set<String> left = new HashSet<>(CONSUMERS);
    await("all consumers to be rewound")
        .pollInterval(Duration.ofMillis(250))
        .atMost(SOON)
        .until(
            () -> {
              left.removeIf(EffectsTest::isRewound);
              return left.isEmpty();
            });
  }

  private static boolean isRewound(String service) {
    boolean rewound = Topics.rewind(service + "-service");
    if (rewound) {
      assertThat(Topics.lag(service + "-service"))
          .as("to be taken again by " + service)
          .isPositive();
    }
    return rewound;
  }

  private static void awaitAllTaken(String service) {
    await(service + " to have taken everything")
        .atMost(SOON)
        .until(() -> Topics.lag(service + "-service") == 0);
  }
}
