package com.nanospace.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A table of a service that does not exist, to give the kit something to do. */
@ApplicationScoped
public class Notes {

  private final EntityManager entities;

  Notes(EntityManager entities) {
    this.entities = entities;
  }

  @Transactional
  public void add(UUID id, String text) {
    entities
        .createNativeQuery("insert into note (id, text) values (?1, ?2)")
        .setParameter(1, id)
        .setParameter(2, text)
        .executeUpdate();
  }

  /** The server's process behind the running transaction. */
  @Transactional
  public int backend() {
    return (int)
        entities.createNativeQuery("select pg_backend_pid()", Integer.class).getSingleResult();
  }

  /** Ends the connection of another transaction. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void end(int backend) {
    entities
        .createNativeQuery("select pg_terminate_backend(?1)", Boolean.class)
        .setParameter(1, backend)
        .getSingleResult();
  }

  @Transactional
  public long count(String text) {
    return ((Number)
            entities
                .createNativeQuery("select count(*) from note where text = ?1", Long.class)
                .setParameter(1, text)
                .getSingleResult())
        .longValue();
  }
}
