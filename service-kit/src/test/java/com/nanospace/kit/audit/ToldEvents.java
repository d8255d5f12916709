package com.nanospace.kit.audit;

import com.nanospace.kit.Ids;
import com.nanospace.testkit.TopicProbe;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A topic of its own that tells versions of one thing. */
record ToldEvents(String topic, String key) {

  static ToldEvents newTopic() {
    return new ToldEvents("kit.told-%s.v1".formatted(Ids.next()), Ids.next().toString());
  }

  ToldStates states() {
    return new ToldStates(topic, "^com\\.nanospace\\.thing\\.", Set.of("version"));
  }

  /** Tells of a version in a record of now, and when that came to be; returns the event's id. */
  UUID tell(int version, Instant occurred) {
    UUID id = Ids.next();
    var record = new ProducerRecord<>(topic, key, "{\"version\": %d}".formatted(version));
    Map.of(
            "ce_id",
            id.toString(),
            "ce_type",
            "com.nanospace.thing.changed.v1",
            "ce_source",
            "/nanospace/kit-told",
            "ce_time",
            occurred.toString())
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    new TopicProbe(topic).publish(record);
    return id;
  }
}
