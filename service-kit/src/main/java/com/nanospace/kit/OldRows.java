package com.nanospace.kit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/**
 * Removes rows that nobody needs any more. Removing twice is harmless, so every replica may do it;
 * a bounded number of rows in a transaction, and none that somebody else is at, so that nobody
 * waits.
 */
@ApplicationScoped
public class OldRows {

  private static final int ROWS_IN_A_TRANSACTION = 10_000;

  /** What is left after so many waits for the next sweep. */
  private static final int MOST_TRANSACTIONS = 100;

  private final EntityManager entities;
  private final Clock clock;

  OldRows(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Removes them in transactions of its own, a million at most.
   *
   * @param age SQL for what a row of {@code table} has to be to go; {@code ?1} is the moment that
   *     lies {@code kept} back
   */
  public void delete(String table, String age, Duration kept) {
    int transactions = 0;
    while (transactions < MOST_TRANSACTIONS
        && QuarkusTransaction.requiringNew().call(() -> deleteSome(table, age, kept))
            == ROWS_IN_A_TRANSACTION) {
      transactions++;
    }
  }

  private int deleteSome(String table, String age, Duration kept) {
    return entities
        .createNativeQuery(
            """
            delete from %1$s where ctid = any(array(
              select ctid from %1$s where %2$s limit %3$d for update skip locked))
            """
                .formatted(table, age, ROWS_IN_A_TRANSACTION))
        .setParameter(1, clock.instant().minus(kept).atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
