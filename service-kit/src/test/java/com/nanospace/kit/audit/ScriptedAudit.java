package com.nanospace.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Finds what a test tells it to, look by look, and nothing at other times. */
@ApplicationScoped
class ScriptedAudit implements Audit {

  static final String NAME = "scripted";

  /** Instead of identities: the look fails. */
  static final String FAILURE = "failure";

  private final Deque<String> script = new ArrayDeque<>();
  private int looks;

  @Override
  public synchronized String name() {
    return NAME;
  }

  /** The identities that the coming looks will find, separated by commas. */
  synchronized void willFind(String... looks) {
    script.clear();
    script.addAll(List.of(looks));
    this.looks = 0;
  }

  synchronized int looks() {
    return looks;
  }

  @Override
  public synchronized void look(Evidence evidence) throws SQLException {
    looks++;
    String found = script.isEmpty() ? "" : script.remove();
    if (found.equals(FAILURE)) {
      throw new SQLException("as the script says");
    }
    evidence.looked("select 7");
    evidence.counterexamples(
        """
        select identity, 'There is ' || identity as sentence
        from unnest(string_to_array(?, ',')) identity
        """,
        found);
  }
}
