package com.nanospace.testkit.offenders;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Asks the system for the time, sends past the outbox and names the result class of a native query,
 * in a package without null marks.
 */
public class Impatient {

  private final Producer<String, String> producer;
  private final EntityManager entities;

  Impatient(Producer<String, String> producer, EntityManager entities) {
    this.producer = producer;
    this.entities = entities;
  }

  Object count() {
    return entities.createNativeQuery("select count(*) from thing", Long.class).getSingleResult();
  }

  void send() {
    var unused = producer.send(new ProducerRecord<>("things", Instant.now().toString()));
  }
}
