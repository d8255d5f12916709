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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
  private volatile long lastOpened = System.nanoTime();

  public RequestMeters(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("nanospace.gateway.requests.active", underWay, AtomicInteger::get)
        .description("Requests that have not been answered in full yet")
        .register(registry);
  }

  /** A request has come. */
  public void opened() {
    lastOpened = System.nanoTime();
    underWay.incrementAndGet();
  }

  /** Whether all requests have been answered in full, and no other has come for so long. */
  public boolean isQuietFor(Duration time) {
    return underWay.get() == 0 && System.nanoTime() - lastOpened >= time.toNanos();
  }

  /** It has been answered, or its client has gone. */
  public void closed(Exchange exchange, Set<HttpMethod> knownMethods) {
    underWay.decrementAndGet();
    HttpMethod method = exchange.request().method();
    int status = exchange.response().getStatusCode();
    String name = knownMethods.contains(method) ? method.name() : "OTHER";
    timers
        .computeIfAbsent(new Series(name, exchange.routeName(), status), this::timer)
        .record(Duration.ofNanos(exchange.elapsedNanos()));
  }

  /** What requests are told apart by; there are few of them, whatever clients send. */
  private record Series(String method, String route, int status) {}

  private Timer timer(Series series) {
    return Timer.builder("http.server.requests")
        .tags(
            Tags.of(
                "method", series.method(),
                "uri", series.route(),
                "status", String.valueOf(series.status()),
                "outcome", outcome(series.status())))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
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
