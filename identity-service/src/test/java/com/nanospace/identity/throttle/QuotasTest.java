package com.nanospace.identity.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nanospace.identity.TestClock;
import com.nanospace.identity.throttle.Quota.Limit;
import com.nanospace.kit.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuotasTest {

  @Inject Quotas quotas;
  @Inject TestClock clock;

  @AfterEach
  void returnToThePresent() {
    clock.reset();
  }

  @Test
  void allowsSoManyInAnyStretchOfTime() {
    Quota quota = quota(3, Duration.ofHours(1));
    use(quota);
    clock.pass(Duration.ofMinutes(59));
    use(quota);
    use(quota);

    assertThat(refusal(quota).retryAfter().orElseThrow()).isLessThan(Duration.ofSeconds(61));

    clock.pass(Duration.ofMinutes(1));
    use(quota);
    assertThat(refusal(quota).retryAfter().orElseThrow())
        .isBetween(Duration.ofMinutes(58), Duration.ofMinutes(59));
  }

  @Test
  void countsNothingOfARefusedRequest() {
    Quota open = quota(2, Duration.ofHours(1));
    Quota full = quota(1, Duration.ofHours(1));
    use(full);

    assertThatThrownBy(() -> use(open, full)).isInstanceOf(Refusal.class);

    use(open);
    use(open);
  }

  @Test
  void allowsNoMoreToManyAtOnce() throws InterruptedException {
    Quota first = quota(4, Duration.ofHours(1));
    Quota second = quota(100, Duration.ofHours(1));
    AtomicInteger allowed = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(12)) {
      IntStream.range(0, 12)
          .forEach(
              i ->
                  threads.execute(
                      () -> {
                        // Named in both orders: nobody may wait for another one for ever.
                        if (i % 2 == 0 ? isAllowed(first, second) : isAllowed(second, first)) {
                          allowed.incrementAndGet();
                        }
                      }));
    }

    assertThat(allowed).hasValue(4);
  }

  private boolean isAllowed(Quota... used) {
    try {
      use(used);
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private Refusal refusal(Quota quota) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> use(quota));
    assertThat(refusal.code().code()).isEqualTo("rate.limited");
    return refusal;
  }

  private void use(Quota... used) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              quotas.require(List.of(used));
              quotas.use(List.of(used));
            });
  }

  private static Quota quota(int uses, Duration window) {
    return Quota.of("test:" + UUID.randomUUID(), new Limit(uses, window));
  }
}
