package com.nanospace.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration MAX = Duration.ofHours(1);

  private final Backoff backoff = new Backoff(FIRST, MAX);

  @Property
  void waitsBetweenHalfOfTheCeilingAndTheCeiling(
      @ForAll @IntRange(min = 1, max = 1_000) int failures, @ForAll long seed) {
    Duration ceiling = failures > 20 ? MAX : min(FIRST.multipliedBy(1L << (failures - 1)), MAX);

    Duration wait = backoff.after(failures, new Random(seed));

    assertThat(wait).isBetween(ceiling.dividedBy(2), ceiling);
  }

  @Test
  void doublesFromFailureToFailure() {
    RandomGenerator noJitter = new Fixed(0);

    assertThat(backoff.after(1, noJitter)).isEqualTo(Duration.ofSeconds(5));
    assertThat(backoff.after(2, noJitter)).isEqualTo(Duration.ofSeconds(10));
    assertThat(backoff.after(5, noJitter)).isEqualTo(Duration.ofSeconds(80));
    assertThat(backoff.after(12, noJitter)).isEqualTo(MAX);
  }

  @Test
  void jitterKeepsThoseApartThatFailedTogether() {
    Random random = new Random(7);

    long different =
        RandomGenerator.of("L64X128MixRandom")
            .longs(100)
            .map(ignored -> backoff.after(6, random).toMillis())
            .distinct()
            .count();

    assertThat(different).isGreaterThan(90);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private record Fixed(long value) implements RandomGenerator {
    @Override
    public long nextLong() {
      return value;
    }
  }
}
