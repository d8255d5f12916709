package com.nanospace.kit.audit;

import java.sql.SQLException;

/**
 * One thing that must hold, recomputed from the tables and topics that tell of it. A service offers
 * its audits as beans.
 *
 * <p>Whatever may be under way at that moment can look like a fault. An audit leaves out what it
 * can, and what is gone at a later look was none; see {@link Evidence#counterexamples}.
 */
public interface Audit {

  /** One word, unique in the service, that metrics and reports call it by. */
  String name();

  /**
   * Looks once, outside of any transaction.
   *
   * @throws SQLException when the database does not answer; then nothing is known
   */
  void look(Evidence evidence) throws SQLException;
}
