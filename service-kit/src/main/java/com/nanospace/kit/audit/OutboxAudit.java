package com.nanospace.kit.audit;

import com.nanospace.kit.outbox.OutboxConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Topics hold what this service has committed, all of it, in order per key, and nothing else; what
 * they don't hold yet is on its way for a short while only.
 *
 * <p>Looked at are the topics that the outbox names and those that bear the service's name, so that
 * an empty outbox beside full topics is seen. An event that is there twice under the same id is no
 * fault: publication is at least once.
 */
@ApplicationScoped
class OutboxAudit implements Audit {

  /** Rows may leave the outbox any moment when they are that close to their time. */
  private static final Duration SLACK = Duration.ofHours(1);

  private final OutboxConfig outbox;
  private final String application;
  private final String source;
  private final Clock clock;

  OutboxAudit(
      OutboxConfig outbox,
      @ConfigProperty(name = "quarkus.application.name") String application,
      Clock clock) {
    this.outbox = outbox;
    this.application = application;
    this.source = "/nanospace/" + application;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public void look(Evidence evidence) throws SQLException {
    Instant kept = clock.instant().minus(outbox.keepPublished()).plus(SLACK);
    for (String topic : topics(evidence)) {
      Instant since = evidence.read(topic, Set.of()).since();
      missing(evidence, topic, since);
      outOfOrder(evidence, topic, since);
      unknown(evidence, topic, since, kept);
    }
    waiting(evidence);
    repeated(evidence);
  }

  private Set<String> topics(Evidence evidence) throws SQLException {
    Set<String> topics = new TreeSet<>(evidence.texts("select distinct aggregatetype from outbox"));
    String service = application.replace("-service", "");
    Pattern own = Pattern.compile(Pattern.quote(service) + "\\.[^.]+\\.v\\d+");
    evidence.topics().stream().filter(own.asMatchPredicate()).forEach(topics::add);
    return topics;
  }

  private static void missing(Evidence evidence, String topic, Instant since) throws SQLException {
    String published =
        "from outbox o where o.aggregatetype = ? and o.published_at >= ? and o.published_at < ?";
    evidence.looked("select count(*) " + published, topic, since, evidence.begun());
    evidence.counterexamples(
        """
        select 'missing ' || o.id as identity,
          format('Event %s (%s of %s) counts as published, and %s does not have it', o.id, o.type,
            o.aggregateid, o.aggregatetype) as sentence
        """
            + published
            + """
             and not exists (
              select from audit_record r
              where r.topic = o.aggregatetype and r.id = o.id::text and r.key = o.aggregateid)
            """,
        topic,
        since,
        evidence.begun());
  }

  /** What occurred since then was first published since then, too. */
  private static void outOfOrder(Evidence evidence, String topic, Instant since)
      throws SQLException {
    evidence.counterexamples(
        """
        with first as (
          select id, min(partition) as partition, min(position) as position
          from audit_record where topic = ? group by id),
        neighbours as (
          select o.id, o.position, o.aggregateid,
            lag(o.id) over in_topic as previous_id,
            lag(o.position) over in_topic as previous_position
          from first join outbox o on o.id::text = first.id
          where o.occurred_at >= ?
          window in_topic as (partition by o.aggregateid order by first.partition, first.position))
        select 'order ' || id as identity,
          format('Event %s of %s comes after event %s, which was committed later', id, aggregateid,
            previous_id) as sentence
        from neighbours where position < previous_position
        """,
        topic, since);
  }

  /** What happened before the outbox was last swept may have come back from a dead-letter topic. */
  private void unknown(Evidence evidence, String topic, Instant since, Instant kept)
      throws SQLException {
    evidence.counterexamples(
        """
        select 'unknown ' || r.topic || ' ' || r.partition || ' ' || r.position as identity,
          format('%s has event %s (%s of %s), which was never committed here', r.topic, r.id,
            r.type, r.key) as sentence
        from audit_record r
        where r.topic = ? and r.source = ? and r.written_at >= ?
          and coalesce(r.occurred_at, r.written_at) >= ?
          and not exists (select from outbox o where o.id::text = r.id)
        """,
        topic, source, since, kept);
  }

  /** One for each topic, whatever the number: another one once the oldest is gone. */
  private static void waiting(Evidence evidence) throws SQLException {
    evidence.counterexamples(
        """
        select format('waiting %s %s', aggregatetype, min(position)) as identity,
          format('Committed events wait for %s since %s: %s, the first is %s', aggregatetype,
            min(occurred_at), count(*), (array_agg(id order by position))[1]) as sentence
        from outbox where published_at is null and occurred_at < ? group by aggregatetype
        """,
        evidence.overdue());
  }

  private void repeated(Evidence evidence) throws SQLException {
    long repeated =
        evidence.count(
            "select count(*) - count(distinct id) from audit_record where source = ?", source);
    if (repeated > 0) {
      evidence.remark("%d records came again, which is allowed".formatted(repeated));
    }
  }
}
