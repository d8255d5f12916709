package com.nanospace.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nanospace.system.TraceCollector.Seen;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One booking, from the client's own span to the mail server, as one tree. */
@ExtendWith(RunningSuite.class)
class TraceTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String CLIENT_SPAN = "00f067aa0ba902b7";

  private final String trace = UUID.randomUUID().toString().replace("-", "");

  @Test
  void aBookingIsOneTreeFromTheGatewayToTheMailServer() {
    Optional<TraceCollector> collecting = RunningSuite.traces();
    assumeTrue(collecting.isPresent(), "a suite that runs already sends its traces elsewhere");
    TraceCollector traces = collecting.orElseThrow();
    traces.watch(trace);
    Person customer = Person.registeredAs("customer");
    String property = Listings.approved(Person.registeredAs("owner"), Person.admin());

    customer
        .asks()
        .header("traceparent", "00-%s-%s-01".formatted(trace, CLIENT_SPAN))
        .body(Map.of("property_id", property, "booking_type", "day"))
        .post("/api/bookings")
        .then()
        .statusCode(201);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(waysOf(traces.of(trace)))
                    .contains(
                        List.of(
                            "gateway SERVER POST /api/bookings/**",
                            "gateway CLIENT POST",
                            "booking-service SERVER POST /api/bookings",
                            "booking-service PRODUCER publish booking.booking.v1",
                            "notification-service CONSUMER process booking.booking.v1",
                            "notification-service CLIENT send email"),
                        List.of(
                            "gateway SERVER POST /api/bookings/**",
                            "gateway CLIENT POST",
                            "booking-service SERVER POST /api/bookings",
                            "booking-service PRODUCER publish booking.booking.v1",
                            "property-service CONSUMER process booking.booking.v1")));
  }

  /** For each span the way to it from the client's span; empty for one that hangs in the air. */
  private static List<List<String>> waysOf(List<Seen> spans) {
    return spans.stream().map(span -> wayTo(span, spans)).toList();
  }

  private static List<String> wayTo(Seen span, List<Seen> spans) {
    List<String> way = new ArrayList<>();
    Optional<Seen> current = Optional.of(span);
    String parent = "";
    while (current.isPresent()) {
      Seen step = current.get();
      way.addFirst("%s %s %s".formatted(step.service(), kind(step.kind()), step.name()));
      parent = step.parent();
      String above = parent;
      current = spans.stream().filter(other -> other.id().equals(above)).findFirst();
    }
    return parent.equals(CLIENT_SPAN) ? way : List.of();
  }

  private static String kind(SpanKind kind) {
    return kind.name().replace("SPAN_KIND_", "");
  }
}
