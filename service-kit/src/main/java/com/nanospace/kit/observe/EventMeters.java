package com.nanospace.kit.observe;

import com.nanospace.kit.outbox.NewEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts events: those that a transaction committed, and those that were taken from a topic. */
@ApplicationScoped
public class EventMeters {

  static final String HANDLING = "nanospace.events.handling";
  static final String DELAY = "nanospace.events.delay";

  private static final Pattern TYPE =
      Pattern.compile("com\\.nanospace\\.([a-z-]+)\\.([a-z-]+)\\.v\\d+");

  private final MeterRegistry registry;

  EventMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** What became of an event that was taken. */
  public enum Outcome {
    APPLIED,
    /** It had taken effect before. */
    REPEATED,
    /** It went to the dead-letter topic. */
    PARKED,
    /** The service stopped before; it will be taken again. */
    LEFT
  }

  /** Every change that is told to others is counted by it: bookings, decisions, codes sent. */
  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) NewEvent event) {
    Matcher type = TYPE.matcher(event.type());
    if (type.matches()) {
      registry
          .counter("nanospace.changes", "aggregate", type.group(1), "change", type.group(2))
          .increment();
    }
  }

  /**
   * Notes an event that was taken. With the first one all its series begin at zero, those of
   * failures too: an alert can't see the increase of a series that begins at one.
   *
   * @param took from its arrival here to its outcome
   */
  public void handled(String consumer, String topic, Outcome outcome, Duration took) {
    for (Outcome possible : Outcome.values()) {
      handling(consumer, topic, possible);
    }
    retries(consumer, topic);
    handling(consumer, topic, outcome).record(took);
  }

  /** Notes how long after its change an event took effect here. */
  public void delayed(String consumer, String topic, Duration delay) {
    registry.timer(DELAY, "consumer", consumer, "topic", topic).record(delay);
  }

  /** Notes that an event failed and will be tried again. */
  public void retried(String consumer, String topic) {
    retries(consumer, topic).increment();
  }

  private Timer handling(String consumer, String topic, Outcome outcome) {
    return registry.timer(
        HANDLING,
        "consumer",
        consumer,
        "topic",
        topic,
        "outcome",
        outcome.name().toLowerCase(Locale.ROOT));
  }

  private Counter retries(String consumer, String topic) {
    return registry.counter("nanospace.events.retries", "consumer", consumer, "topic", topic);
  }
}
