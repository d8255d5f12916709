package com.nanospace.system.promql;

/** A query that is wrong, or uses more of the language than these tests know. */
public final class UnreadableQuery extends RuntimeException {

  UnreadableQuery(String query, String why) {
    super("%s in: %s".formatted(why, query));
  }
}
