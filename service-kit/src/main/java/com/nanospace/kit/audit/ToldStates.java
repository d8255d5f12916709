package com.nanospace.kit.audit;

import java.sql.SQLException;
import java.util.Set;

/**
 * What the events of a topic tell of aggregates: each carries the state and a version that grows.
 *
 * @param types a regular expression for the event types that count
 * @param members of the payload that are compared, {@code version} among them
 */
public record ToldStates(String topic, String types, Set<String> members) {

  /**
   * Leaves out what happened before a moment, and came again or late: what followed it may have
   * come before that moment.
   */
  static final String OCCURRED_SINCE = "and coalesce(r.occurred_at, r.written_at) >= ?";

  /** Puts the events into {@code audit_record}. */
  Coverage read(Evidence evidence) throws SQLException {
    return evidence.read(topic, members);
  }

  /**
   * A common table expression with the newest state for each key; takes topic and types as
   * parameters, and then those of the condition.
   *
   * @param state an expression of {@code r.state}
   * @param condition on {@code r}, which may begin with {@code and}
   */
  static String newest(String name, String state, String condition) {
    return """
    %s as (
      select distinct on (r.key) r.key, r.id, jsonb_strip_nulls(%s) as state
      from audit_record r
      where r.topic = ? and r.type ~ ? and jsonb_typeof(r.state -> 'version') = 'number' %s
      order by r.key, r.state -> 'version' desc, r.partition, r.position)
    """
        .formatted(name, state, condition);
  }
}
