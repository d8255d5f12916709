package com.nanospace.identity.throttle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Locks by name, over all replicas, that end with the transaction. */
@ApplicationScoped
public class Locks {

  private final EntityManager entities;

  Locks(EntityManager entities) {
    this.entities = entities;
  }

  /** Waits until nobody else holds the lock. Take several in one order everywhere. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void hold(String name) {
    entities
        .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
        .setParameter(1, name)
        .getSingleResult();
  }
}
