package com.nanospace.system.promise;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Random disturbances, one after another, until so many processes have been killed; each while some
 * of the replicas are ready, so that there is something to disturb.
 */
@SuppressWarnings("try") // what is closed is the state that the suite is in
final class Faults implements Callable<Integer> {

  private static final Duration STANDSTILL = Duration.ofSeconds(4);
  private static final Duration LOOK = Duration.ofMillis(500);

  /** One of so many faults that meet a process before it is ready strikes it; some get ready. */
  private static final int SPARED_STARTS = 2;

  private static final int LEAST_READY = 3;

  /** However long starts take on a busy machine, the next fault comes. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final Random random;
  private final Tally tally;
  private final int kills;
  private final Duration pause;
  private final List<Part> replicas = Part.services().toList();

  /**
   * What was struck while it started, and is spared until it was ready. The launcher gives up what
   * did not get ready five times, and may not have seen yet that it was when it is struck next.
   */
  private final Set<Part> struckStarting = new HashSet<>();

  Faults(long seed, Tally tally, int kills, Duration pause) {
    this.random = new Random(seed);
    this.tally = tally;
    this.kills = kills;
    this.pause = pause;
  }

  /** How many were killed. */
  @Override
  public Integer call() throws InterruptedException {
    int killed = 0;
    while (killed < kills) {
      Thread.sleep(pause.multipliedBy(2).toMillis() * random.nextInt(1, 100) / 100);
      awaitSomeReady();
      switch (random.nextInt(30)) {
        case 0 -> standStill(Part.KAFKA);
        case 1 -> standStill(Part.POSTGRESQL);
        case 2 -> restartDatabase();
        case 3 -> disturb("ask to end", "TERM");
        default -> killed += disturb("kill", "KILL");
      }
    }
    return killed;
  }

  private void awaitSomeReady() throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_PAUSE.toNanos();
    while (replicas.stream().filter(Part::isReady).count() < LEAST_READY
        && System.nanoTime() < deadline) {
      Thread.sleep(LOOK);
    }
  }

  private int disturb(String how, String signal) {
    List<Part> victims = new ArrayList<>(replicas);
    Collections.shuffle(victims, random);
    for (Part victim : victims) {
      boolean starting = !victim.isReady();
      if (!(starting && isSpared(victim)) && victim.takes(signal)) {
        if (starting) {
          struckStarting.add(victim);
        } else {
          struckStarting.remove(victim);
        }
        tally.count("fault: %s %s".formatted(how, victim.name()));
        return 1;
      }
    }
    return 0;
  }

  private boolean isSpared(Part starting) {
    return struckStarting.contains(starting) || random.nextInt(SPARED_STARTS) > 0;
  }

  private void standStill(Part part) throws InterruptedException {
    try (var still = Part.pause(List.of(part))) {
      Thread.sleep(STANDSTILL);
    }
    tally.count("fault: stand still " + part.name());
  }

  /**
   * The server ends all its processes and recovers when one of them dies like this. Only while it
   * serves: it waits for ever for a process that is killed during its recovery.
   */
  private void restartDatabase() {
    try (var serving = Suite.database("booking")) {
      Part.POSTGRESQL
          .handle()
          .children()
          .findFirst()
          .filter(child -> Part.signal("KILL", child.pid()))
          .ifPresent(child -> tally.count("fault: restart postgresql"));
    } catch (SQLException recovering) {
      tally.count("fault: postgresql was recovering");
    }
  }
}
