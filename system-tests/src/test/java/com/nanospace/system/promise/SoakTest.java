package com.nanospace.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.system.RunningSuite;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A hundred kills at random moments under load, with all promises looked at afterwards. {@code
 * -Dnanospace.soak.seed=N} repeats the disturbances and wishes of an earlier run, as far as
 * processes on a machine can be repeated.
 */
@Tag("soak")
@ExtendWith(RunningSuite.class)
class SoakTest {

  private static final int CALLERS = 6;

  /** Load that leaves enough of two cores for a process that starts every few seconds. */
  private static final int MOST_REST_MILLIS = 500;

  private static final int KILLS = Integer.getInteger("nanospace.soak.kills", 100);
  private static final Duration BETWEEN_FAULTS = Duration.ofMillis(800);
  private static final Duration LONGEST = Duration.ofMinutes(8);
  private static final Duration LAST_WORDS = Duration.ofMinutes(1);
  private static final Duration DRAINED = Duration.ofMinutes(2);

  private final Tally tally = new Tally();
  private final Market market = new Market(tally);
  private volatile boolean over;

  @Test
  void aHundredKillsLoseNothingAndDoubleNothing() throws Exception {
    long seed = Long.getLong("nanospace.soak.seed", new SecureRandom().nextInt());
    System.out.printf("soak: seed %d, %d kills, %d callers%n", seed, KILLS, CALLERS);

    FutureTask<Integer> faults = new FutureTask<>(new Faults(seed, tally, KILLS, BETWEEN_FAULTS));
    Thread.ofPlatform().daemon().start(faults);
    List<FutureTask<?>> people = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      Random random = new Random(seed + i);
      people.add(new FutureTask<>(() -> actUntilOver(random), null));
    }
    Mails mails = new Mails();
    people.add(new FutureTask<>(() -> readUntilOver(mails), null));
    people.forEach(Thread::startVirtualThread);
    assertThat(faults).succeedsWithin(LONGEST).isEqualTo(KILLS);
    over = true;
    for (FutureTask<?> person : people) {
      assertThat(person).succeedsWithin(LAST_WORDS);
    }

    Part.awaitAllReady();
    market.settle();
    List<String> audit = drainedAndAudited();
    mails.read(market);
    System.out.println(tally.table());
    System.out.printf(
        "bookings promised %d, mails %d, of them sent twice %d%n",
        market.promised.size(), mails.all(), mails.doubled());
    audit.forEach(System.out::println);

    assertThat(market.promised).as("people have booked").hasSizeGreaterThan(KILLS);
    assertThat(mails.all()).as("and were told").isGreaterThanOrEqualTo(market.promised.size());
    assertThat(market.open).as("bookings without an answer").isEmpty();
    assertThat(market.broken).isEmpty();
    assertThat(tally.table()).doesNotContain("500 internal");
    assertThat(tally.table()).as("nobody was sent away with a good token").doesNotContain("401 ");
    Map<String, List<String>> states = market.statesByKey();
    assertThat(states)
        .as("no key made two bookings")
        .allSatisfy((k, s) -> assertThat(s).hasSize(1));
    assertThat(states.keySet()).as("no booking is lost").containsAll(market.promised.keySet());
    market.promised.forEach(
        (key, id) -> {
          if (market.ended.containsKey(id)) {
            assertThat(states.get(key)).containsExactly(market.ended.get(id));
          }
        });
    // A mail that the server took right before its sender died is sent again: ADR 0011.
    assertThat(mails.doubled()).isLessThanOrEqualTo(KILLS);
  }

  private void actUntilOver(Random random) {
    while (!over) {
      market.act(random);
      try {
        Thread.sleep(random.nextInt(MOST_REST_MILLIS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void readUntilOver(Mails mails) {
    while (!over) {
      mails.read(market);
      try {
        Thread.sleep(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static List<String> drainedAndAudited() throws Exception {
    for (String service : List.of("booking", "property", "notification")) {
      await(service + " to have taken everything")
          .atMost(DRAINED)
          .ignoreExceptions()
          .until(() -> Topics.lag(service + "-service") == 0);
    }
    Deliveries.awaitNonePending();
    return RunningSuite.command("audit");
  }

  /** Mails of the customers, gathered while they come: the inbox keeps the latest ones alone. */
  private static final class Mails {

    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> byContent = new HashMap<>();

    synchronized void read(Market market) {
      for (var customer : market.customers()) {
        for (Map<String, String> mail : customer.mailbox().messages()) {
          if (seen.add(mail.get("id"))) {
            byContent.merge(
                "%s %s %s".formatted(mail.get("to"), mail.get("subject"), mail.get("text")),
                1,
                Integer::sum);
          }
        }
      }
    }

    synchronized int all() {
      return seen.size();
    }

    synchronized int doubled() {
      return byContent.values().stream().mapToInt(count -> count - 1).sum();
    }
  }
}
