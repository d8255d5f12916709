package com.nanospace.token;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A replica that has not learned yet which sessions ended is not ready. One that loses sight of the
 * topic later goes on with what it knows, and a gauge says for how long: tokens live for minutes,
 * an outage of Kafka must not be one of everything.
 */
@Readiness
@Singleton
class EndedSessionsHealth implements HealthCheck {

  private final EndedSessionsFeed feed;
  private final TokenCheckConfig config;
  private final Clock clock;

  EndedSessionsHealth(EndedSessionsFeed feed, TokenCheckConfig config, Clock clock) {
    this.feed = feed;
    this.config = config;
    this.clock = clock;
  }

  void register(@Observes StartupEvent event, MeterRegistry registry) {
    if (config.revocations()) {
      Gauge.builder("nanospace.revocations.age", this, EndedSessionsHealth::age)
          .description("Time since the topic of ended sessions was known to be read to its end")
          .baseUnit("seconds")
          .register(registry);
    }
  }

  @Override
  public HealthCheckResponse call() {
    boolean isReady = !config.revocations() || feed.heardAt().isPresent();
    return HealthCheckResponse.named("ended sessions are known").status(isReady).build();
  }

  private double age() {
    return feed.heardAt()
        .map(heard -> Duration.between(heard, clock.instant()).toMillis() / 1_000.0)
        .orElse(Double.NaN);
  }
}
