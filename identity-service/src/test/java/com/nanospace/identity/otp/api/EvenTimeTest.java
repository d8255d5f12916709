package com.nanospace.identity.otp.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.identity.otp.OtpConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EvenTimeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void answersNoEarlierThanSetAndWorksOnce() {
    EvenTime evenTime = evenTime("200ms");
    AtomicInteger worked = new AtomicInteger();
    long start = System.nanoTime();

    int answer = evenTime.answer(worked::incrementAndGet).await().atMost(PATIENCE);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(195));
    assertThat(answer).isEqualTo(1);
    assertThat(worked).hasValue(1);
  }

  @Test
  void holdsNothingBackThatTookLongEnough() {
    assertThat(evenTime("0s").answer(() -> "done").await().atMost(PATIENCE)).isEqualTo("done");
  }

  private static EvenTime evenTime(String answerAfter) {
    return new EvenTime(
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withSources(
                new PropertiesConfigSource(
                    Map.of(
                        "nanospace.otp.hash-secret", "0123456789abcdef0123456789abcdef",
                        "nanospace.otp.encryption-key", "otp.pem",
                        "nanospace.otp.answer-after", answerAfter),
                    "test",
                    100))
            .withMapping(OtpConfig.class)
            .build()
            .getConfigMapping(OtpConfig.class));
  }
}
