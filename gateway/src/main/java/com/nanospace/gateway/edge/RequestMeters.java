package com.nanospace.gateway.edge;

import com.nanospace.gateway.routing.RoutingConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rate, errors and duration of requests by route, under the name and with the labels that the
 * services' own requests have. What a client can choose freely is never a label.
 */
@Singleton
public class RequestMeters {

  private static final Duration[] BUCKETS =
      Stream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 60_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final AtomicInteger underWay = new AtomicInteger();

  public RequestMeters(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("nanospace.gateway.requests.active", underWay, AtomicInteger::get)
        .description("Requests that have not been answered in full yet")
        .register(registry);
  }

  /** A request has come. */
  public void opened() {
    underWay.incrementAndGet();
  }

  /** How many requests have not been answered in full yet. */
  public int underWay() {
    return underWay.get();
  }

  /** It has been answered, or its client has gone. */
  public void closed(Exchange exchange, Set<HttpMethod> knownMethods) {
    underWay.decrementAndGet();
    HttpMethod method = exchange.request().method();
    int status = exchange.response().getStatusCode();
    Timer.builder("http.server.requests")
        .tags(
            Tags.of(
                "method", knownMethods.contains(method) ? method.name() : "OTHER",
                "uri", exchange.routeName(),
                "status", String.valueOf(status),
                "outcome", outcome(status)))
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(Duration.ofNanos(exchange.elapsedNanos()));
  }

  /** Each series of this process names its service, as those of the other services do. */
  @Produces
  @Singleton
  static MeterFilter named(@ConfigProperty(name = "quarkus.application.name") String service) {
    return MeterFilter.commonTags(List.of(Tag.of("service", service)));
  }

  /** Begins to count at zero: an alert can't see the increase of a series that begins at one. */
  void begin(@Observes StartupEvent event, RoutingConfig routing) {
    for (String origin : routing.origins().keySet()) {
      unansweredBy(origin, true);
      unansweredBy(origin, false);
    }
  }

  /** A service was asked and gave no answer. */
  public void unanswered(String origin, boolean late) {
    unansweredBy(origin, late).increment();
  }

  private Counter unansweredBy(String origin, boolean late) {
    return registry.counter(
        "nanospace.gateway.unanswered", "origin", origin, "cause", late ? "late" : "away");
  }

  private static String outcome(int status) {
    return switch (status / 100) {
      case 1 -> "INFORMATION";
      case 2 -> "SUCCESS";
      case 3 -> "REDIRECTION";
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> "UNKNOWN";
    };
  }
}
