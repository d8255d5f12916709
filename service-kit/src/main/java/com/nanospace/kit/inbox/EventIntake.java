package com.nanospace.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.observe.EventMeters;
import com.nanospace.kit.observe.EventMeters.Outcome;
import com.nanospace.kit.observe.Spans;
import com.nanospace.kit.problem.Failures;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Lets an event take effect once: the effect and the note that it happened are one transaction.
 *
 * <p>A failure is tried again a bounded number of times and then thrown, upon which the channel
 * parks the record in its dead-letter topic and goes on. While the database is away nothing is
 * wrong with the event, so it waits for as long as that lasts. Once the service stops, events are
 * left where they are: another replica, or the next start, takes them from the topic again.
 */
@ApplicationScoped
public class EventIntake {

  private static final Logger LOG = Logger.getLogger(EventIntake.class);

  private final Inbox inbox;
  private final ObjectMapper json;
  private final IntakeConfig config;
  private final Spans spans;
  private final EventMeters meters;
  private final Clock clock;
  private volatile boolean stopping;

  EventIntake(
      Inbox inbox,
      ObjectMapper json,
      IntakeConfig config,
      Spans spans,
      EventMeters meters,
      Clock clock) {
    this.inbox = inbox;
    this.json = json;
    this.config = config;
    this.spans = spans;
    this.meters = meters;
    this.clock = clock;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /**
   * Handles one record, on a worker thread.
   *
   * @param consumer who takes it, unique in the service: each consumer has its own effect
   * @param effect runs inside the transaction; must ignore types that it does not know
   * @throws LeftForLater when the service stops; the channel must not acknowledge the record then
   */
  public void take(
      String consumer, ConsumerRecord<String, byte[]> record, Consumer<ReceivedEvent> effect) {
    // Also the later ones of a record that was left: nothing overtakes it.
    requireRunning();
    long arrived = System.nanoTime();
    Outcome outcome = Outcome.PARKED;
    try {
      ReceivedEvent event = ReceivedEvent.of(record, json);
      event.correlation().enter();
      outcome =
          spans.within(
              SpanKind.CONSUMER,
              "process " + record.topic(),
              event.correlation().traceparent(),
              attributes(consumer, record, event),
              () -> applyWithPatience(consumer, record.topic(), event, effect));
      event
          .time()
          .ifPresent(
              time ->
                  meters.delayed(
                      consumer, record.topic(), Duration.between(time, clock.instant())));
    } catch (LeftForLater e) {
      outcome = Outcome.LEFT;
      throw e;
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - arrived);
      meters.handled(consumer, record.topic(), outcome, took);
    }
  }

  private static Map<String, String> attributes(
      String consumer, ConsumerRecord<String, byte[]> record, ReceivedEvent event) {
    return Map.of(
        "messaging.system",
        "kafka",
        "messaging.operation.type",
        "process",
        "messaging.destination.name",
        record.topic(),
        "messaging.consumer.group.name",
        consumer,
        "cloudevents.event_id",
        event.id(),
        "cloudevents.event_type",
        event.type());
  }

  private Outcome applyWithPatience(
      String consumer, String topic, ReceivedEvent event, Consumer<ReceivedEvent> effect) {
    int failures = 0;
    int tries = 0;
    while (true) {
      try {
        return QuarkusTransaction.requiringNew().call(() -> applyOnce(consumer, event, effect));
      } catch (UnreadableEvent e) {
        throw e;
      } catch (RuntimeException e) {
        if (!Failures.isDatabaseAway(e) && ++failures >= config.attempts()) {
          LOG.errorf(e, "%s gives up on event %s (%s)", consumer, event.id(), event.type());
          throw e;
        }
        LOG.warnf("%s tries event %s (%s) again: %s", consumer, event.id(), event.type(), e);
        meters.retried(consumer, topic);
        rest(tries++);
        requireRunning();
      }
    }
  }

  private void requireRunning() {
    if (stopping) {
      throw new LeftForLater();
    }
  }

  private Outcome applyOnce(String consumer, ReceivedEvent event, Consumer<ReceivedEvent> effect) {
    if (!inbox.isNew(consumer, event.id())) {
      return Outcome.REPEATED;
    }
    effect.accept(event);
    return Outcome.APPLIED;
  }

  /** Exponential backoff with full jitter, so that replicas do not return in step. */
  private void rest(int triesBefore) {
    Duration ceiling = config.firstDelay().multipliedBy(1L << Math.min(triesBefore, 6));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(ceiling.toMillis() + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
