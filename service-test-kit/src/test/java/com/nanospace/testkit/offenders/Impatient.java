package com.nanospace.testkit.offenders;

import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Asks the system for the time and sends past the outbox, in a package without null marks. */
public class Impatient {

  private final Producer<String, String> producer;

  Impatient(Producer<String, String> producer) {
    this.producer = producer;
  }

  void send() {
    var unused = producer.send(new ProducerRecord<>("things", Instant.now().toString()));
  }
}
