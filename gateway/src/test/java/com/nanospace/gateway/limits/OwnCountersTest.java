package com.nanospace.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.gateway.routing.RequestClass;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnCountersTest {

  private static final Quota TEN_A_MINUTE =
      new Quota(RequestClass.SIGN_IN, Scope.ADDRESS, 10, Duration.ofMinutes(1));
  private static final Quota OF_ACCOUNTS =
      new Quota(RequestClass.SIGN_IN, Scope.USER, 10, Duration.ofMinutes(1));
  private static final int REMEMBERED = 100;

  private final HandClock clock = new HandClock();
  private final OwnCounters counters =
      new OwnCounters(List.of(TEN_A_MINUTE, OF_ACCOUNTS), REMEMBERED, clock);

  @Test
  void countsDown() {
    Count first = count("a");
    Count second = count("a");

    assertThat(first).isEqualTo(new Count(true, 9, Duration.ZERO, Duration.ofSeconds(6)));
    assertThat(second.remaining()).isEqualTo(8);
    assertThat(second.secondsToMore()).isEqualTo(12);
  }

  @Test
  void refusesTheEleventhAndSaysWhenToComeBack() {
    exhaust("a");

    Count eleventh = count("a");

    assertThat(eleventh.allowed()).isFalse();
    assertThat(eleventh.remaining()).isZero();
    assertThat(eleventh.retryAfter()).isEqualTo(6).isEqualTo(eleventh.secondsToMore());
  }

  @Test
  void letsOneMorePassWhenItSaidSo() {
    exhaust("a");

    clock.advance(Duration.ofSeconds(count("a").retryAfter()));

    assertThat(count("a").allowed()).isTrue();
    assertThat(count("a").allowed()).isFalse();
  }

  @Test
  void countsClientsAndQuotasApart() {
    exhaust("a");

    assertThat(count("b").allowed()).isTrue();
    assertThat(counters.count(OF_ACCOUNTS, "a").result().allowed()).isTrue();
  }

  @Test
  void remembersABoundedNumberOfClients() {
    IntStream.range(0, 50 * REMEMBERED).forEach(i -> count("flood-" + i));

    assertThat(counters.clients()).isLessThanOrEqualTo(REMEMBERED);
  }

  @Test
  void aFloodOfAddressesLiftsNoBlock() {
    exhaust("attacker");

    IntStream.range(0, 8 * REMEMBERED).forEach(i -> count("flood-" + i));

    assertThat(count("attacker").allowed()).isFalse();
  }

  private Count count(String key) {
    return counters.count(TEN_A_MINUTE, key).result();
  }

  private void exhaust(String key) {
    for (int i = 0; i < TEN_A_MINUTE.requests(); i++) {
      assertThat(count(key).allowed()).isTrue();
    }
  }

  private static final class HandClock implements TimeMeter {

    private long nanos = 1;

    void advance(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
