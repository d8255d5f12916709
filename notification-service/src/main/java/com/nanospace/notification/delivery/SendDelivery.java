package com.nanospace.notification.delivery;

import com.nanospace.kit.http.Correlation;
import com.nanospace.kit.observe.Spans;
import com.nanospace.notification.channel.Carrier;
import com.nanospace.notification.channel.Outcome;
import com.nanospace.notification.channel.Parcel;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends one claimed delivery: what to send is read in one transaction, what became of it written in
 * another, and none is open while the other side takes its time.
 */
@ApplicationScoped
class SendDelivery {

  private static final Logger LOG = Logger.getLogger(SendDelivery.class);

  private final PackDelivery pack;
  private final RecordOutcome record;
  private final Spans spans;
  private final Clock clock;

  SendDelivery(PackDelivery pack, RecordOutcome record, Spans spans, Clock clock) {
    this.pack = pack;
    this.record = record;
    this.spans = spans;
    this.clock = clock;
  }

  /** What the other side said; empty when nothing was sent. */
  Optional<Outcome> send(Claim claim, Carrier carrier) {
    Optional<Packed> packed = packed(claim, carrier);
    if (packed.isEmpty()) {
      return Optional.empty();
    }
    Correlation cause = packed.get().cause();
    cause.enter();
    String medium = carrier.medium().wireName();
    return spans.within(
        SpanKind.CLIENT,
        "send " + medium,
        cause.traceparent(),
        Map.of(
            "nanospace.delivery.id", claim.deliveryId().toString(),
            "nanospace.delivery.notice", packed.get().notice().wireName(),
            "nanospace.delivery.channel", medium),
        () -> carryAndRecord(claim, packed.get().parcel(), carrier));
  }

  /** A process that was stopped since its claim leaves the message to whoever took over. */
  private Optional<Outcome> carryAndRecord(Claim claim, Parcel parcel, Carrier carrier) {
    if (!claim.lasts(carrier.longestSend(), clock.instant())) {
      record.record(claim, new Outcome.Deferred("its sender stood still"));
      return Optional.empty();
    }
    Outcome outcome = carry(parcel, carrier);
    if (!(outcome instanceof Outcome.Sent)) {
      Span.current().setStatus(StatusCode.ERROR, outcome.getClass().getSimpleName());
    }
    record.record(claim, outcome);
    return Optional.of(outcome);
  }

  private Optional<Packed> packed(Claim claim, Carrier carrier) {
    try {
      return pack.pack(claim, carrier);
    } catch (NotNow e) {
      record.record(claim, new Outcome.Deferred(e.getMessage()));
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.errorf(e, "Delivery %s could not be made ready", claim.deliveryId());
      record.record(
          claim, new Outcome.Deferred("could not be made ready: " + e.getClass().getSimpleName()));
      return Optional.empty();
    }
  }

  private static Outcome carry(Parcel parcel, Carrier carrier) {
    try {
      return carrier.carry(parcel);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Delivery %s could not be handed over", parcel.id());
      return new Outcome.Unsure("could not be handed over: " + e.getClass().getSimpleName());
    }
  }
}
