package com.nanospace.kit.audit;

import java.sql.SQLException;

/**
 * A table whose changes this service tells others. The newest event of each row must tell the row
 * as it is, unless the outbox has had a later one for a short while only.
 *
 * @param events what is told
 * @param kept what the table has, a query with the columns {@code key}, the record's key, {@code
 *     state}, with the members of the events that are compared, and {@code changed_at}, when the
 *     row is known to have changed: there must be an event since then
 */
public record Source(ToldStates events, String kept) {

  static final String MEMBERS_THAT_DIFFER =
      """
      (select string_agg(key, ', ' order by key)
       from jsonb_each(told.state) t full join jsonb_each(jsonb_strip_nulls(kept.state)) k
         using (key)
       where t.value is distinct from k.value)
      """;

  /** Adds where the events differ. */
  public void compare(Evidence evidence) throws SQLException {
    Coverage coverage = events.read(evidence);
    evidence.looked(
        "select count(*) from (%s) kept where changed_at >= ? and changed_at < ?".formatted(kept),
        coverage.since(),
        evidence.begun());
    evidence.counterexamples(
        """
        with %s, kept as (%s),
        waiting as (
          select aggregateid as key, min(occurred_at) as since
          from outbox where published_at is null and aggregatetype = ? group by aggregateid)
        select format('untold %%s %%s', key, kept.state -> 'version') as identity,
          case
            when told.key is null
              then format('%%s changed at %%s, and no event tells of it', key, changed_at)
            when told.state -> 'version' <> kept.state -> 'version'
              then format('%%s has version %%s, and the newest event %%s tells of version %%s', key,
                kept.state -> 'version', told.id, told.state -> 'version')
            else format('%%s has another %%s than its newest event %%s tells', key, %s, told.id)
          end || coalesce('; what follows waits since ' || waiting.since, '') as sentence
        from kept left join told using (key) left join waiting using (key)
        where (told.key is not null or (changed_at >= ? and changed_at < ?))
          and (told.key is null or told.state <> jsonb_strip_nulls(kept.state))
          and (waiting.since is null or waiting.since < ?)
        """
            .formatted(
                ToldStates.newest("told", "r.state", ToldStates.OCCURRED_SINCE),
                kept,
                MEMBERS_THAT_DIFFER),
        events.topic(),
        events.types(),
        coverage.since(),
        events.topic(),
        coverage.since(),
        evidence.begun(),
        evidence.overdue());
  }
}
