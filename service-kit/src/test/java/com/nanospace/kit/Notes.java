package com.nanospace.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
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

  /** Waits for the note for so long, then has it alone until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(String text, Duration patience) {
    entities
        .createNativeQuery("select set_config('lock_timeout', ?1, true)")
        .setParameter(1, patience.toMillis() + "ms")
        .getSingleResult();
    entities
        .createNativeQuery("select 1 from note where text = ?1 for update")
        .setParameter(1, text)
        .getResultList();
  }

  /** What the server does to transactions of this service. */
  @Transactional
  public String setting(String name) {
    return (String)
        entities
            .createNativeQuery("select current_setting(?1)", String.class)
            .setParameter(1, name)
            .getSingleResult();
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
