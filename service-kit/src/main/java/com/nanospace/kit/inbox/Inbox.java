package com.nanospace.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Remembers which events have taken effect, in the transaction of the effect. */
@ApplicationScoped
class Inbox {

  private final EntityManager entities;

  Inbox(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Notes the event, and tells whether it is new to this consumer. When another replica is at the
   * same event, waits for the end of its transaction.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean isNew(String consumer, String eventId) {
    return entities
            .createNativeQuery(
                "insert into inbox (consumer, event_id) values (?1, ?2) on conflict do nothing")
            .setParameter(1, consumer)
            .setParameter(2, eventId)
            .executeUpdate()
        == 1;
  }
}
