package com.nanospace.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.problem.Failures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Lets an event take effect once: the effect and the note that it happened are one transaction.
 *
 * <p>A failure is tried again a bounded number of times and then thrown, upon which the channel
 * parks the record in its dead-letter topic and goes on. While the database is away nothing is
 * wrong with the event, so it waits for as long as that lasts.
 */
@ApplicationScoped
public class EventIntake {

  private static final Logger LOG = Logger.getLogger(EventIntake.class);

  private final Inbox inbox;
  private final ObjectMapper json;
  private final IntakeConfig config;
  private volatile boolean stopping;

  EventIntake(Inbox inbox, ObjectMapper json, IntakeConfig config) {
    this.inbox = inbox;
    this.json = json;
    this.config = config;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /**
   * Handles one record, on a worker thread.
   *
   * @param consumer who takes it, unique in the service: each consumer has its own effect
   * @param effect runs inside the transaction; must ignore types that it does not know
   */
  public void take(
      String consumer, ConsumerRecord<String, byte[]> record, Consumer<ReceivedEvent> effect) {
    ReceivedEvent event = ReceivedEvent.of(record, json);
    event.correlation().enter();
    int failures = 0;
    while (true) {
      try {
        QuarkusTransaction.requiringNew().run(() -> applyOnce(consumer, event, effect));
        return;
      } catch (UnreadableEvent e) {
        throw e;
      } catch (RuntimeException e) {
        if (!Failures.isDatabaseAway(e) && ++failures >= config.attempts()) {
          LOG.errorf(e, "%s gives up on event %s (%s)", consumer, event.id(), event.type());
          throw e;
        }
        LOG.warnf("%s tries event %s (%s) again: %s", consumer, event.id(), event.type(), e);
        rest(failures);
        if (stopping) {
          throw e;
        }
      }
    }
  }

  private void applyOnce(String consumer, ReceivedEvent event, Consumer<ReceivedEvent> effect) {
    if (inbox.isNew(consumer, event.id())) {
      effect.accept(event);
    }
  }

  /** Exponential backoff with full jitter, so that replicas do not return in step. */
  private void rest(int failures) {
    Duration ceiling = config.firstDelay().multipliedBy(1L << Math.min(failures, 6));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(ceiling.toMillis() + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
