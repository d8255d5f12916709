package com.nanospace.kit.audit;

import java.sql.SQLException;
import java.time.Instant;

/**
 * A table that follows the events of another service. It must have the newest state of those that
 * took effect here, and nothing newer than the topic tells.
 *
 * @param events what it follows
 * @param told what it should have, an SQL expression of {@code r.state}
 * @param kept what it has, a query with the columns {@code key}, the record's key, and {@code
 *     state}, with the same members as {@code told}; those that are null don't count
 */
public record Replica(ToldStates events, String told, String kept) {

  private static final String TOOK_EFFECT =
      "and exists (select from inbox i where i.event_id = r.id)";

  /** A replica that keeps members as they were told. */
  public Replica(ToldStates events, String kept) {
    this(events, "r.state", kept);
  }

  /** Adds where the replica differs. */
  public void compare(Evidence evidence) throws SQLException {
    Coverage coverage = events.read(evidence);
    String applied = ToldStates.newest("told", told, TOOK_EFFECT);
    evidence.looked(
        "with %s select count(*) from told".formatted(applied), events.topic(), events.types());
    behind(evidence, applied);
    ahead(evidence, coverage.since());
  }

  private void behind(Evidence evidence, String applied) throws SQLException {
    evidence.counterexamples(
        """
        with %s, kept as (%s)
        select format('behind %%s %%s', key, told.state -> 'version') as identity,
          case
            when kept.key is null
              then format('%%s is missing, though event %%s took effect', key, told.id)
            when kept.state -> 'version' < told.state -> 'version'
              then format('%%s has version %%s, though event %%s with version %%s took effect',
                key, kept.state -> 'version', told.id, told.state -> 'version')
            else format('%%s has another %%s than event %%s told', key, %s, told.id)
          end as sentence
        from told left join kept using (key)
        where kept.key is null
          or kept.state -> 'version' < told.state -> 'version'
          or (kept.state -> 'version' = told.state -> 'version'
            and jsonb_strip_nulls(kept.state) <> told.state)
        """
            .formatted(applied, kept, Source.MEMBERS_THAT_DIFFER),
        events.topic(),
        events.types());
  }

  /** Whoever asked the source may know more than the topic tells, but not for long. */
  private void ahead(Evidence evidence, Instant since) throws SQLException {
    evidence.counterexamples(
        """
        with %s, kept as (%s)
        select format('ahead %%s %%s', key, kept.state -> 'version') as identity,
          format('%%s has version %%s, and the topic tells of none after %%s', key,
            kept.state -> 'version', told.state -> 'version') as sentence
        from told join kept using (key)
        where kept.state -> 'version' > told.state -> 'version'
        """
            .formatted(ToldStates.newest("told", "r.state", ToldStates.OCCURRED_SINCE), kept),
        events.topic(),
        events.types(),
        since);
  }
}
