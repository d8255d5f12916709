package com.nanospace.kit.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * What the channels do with a record that could not be handled ({@code
 * failure-strategy=park-or-leave}): it goes to the dead-letter topic, unless the service stops.
 * Then it stays unacknowledged, and is delivered again.
 */
@ApplicationScoped
@Identifier("park-or-leave")
class ParkOrLeave implements KafkaFailureHandler.Factory {

  private final KafkaFailureHandler.Factory deadLetters;

  ParkOrLeave(
      @Identifier(KafkaFailureHandler.Strategy.DEAD_LETTER_QUEUE)
          KafkaFailureHandler.Factory deadLetters) {
    this.deadLetters = deadLetters;
  }

  @Override
  public KafkaFailureHandler create(
      KafkaConnectorIncomingConfiguration config,
      Vertx vertx,
      KafkaConsumer<?, ?> consumer,
      BiConsumer<Throwable, Boolean> reportFailure) {
    KafkaFailureHandler park = deadLetters.create(config, vertx, consumer, reportFailure);
    return new KafkaFailureHandler() {

      @Override
      public <K, V> Uni<Void> handle(
          IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
        return reason instanceof LeftForLater
            ? Uni.createFrom().voidItem()
            : park.handle(record, reason, metadata);
      }

      @Override
      public void terminate() {
        park.terminate();
      }
    };
  }
}
