package com.nanospace.notification.audit;

import com.nanospace.kit.audit.Audit;
import com.nanospace.kit.audit.Evidence;
import com.nanospace.notification.delivery.Deliveries;
import com.nanospace.notification.message.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Events that took effect told the people that they concern, once on each channel, and nobody else.
 *
 * <p>Whom an event concerns is stated here once more, on purpose: the consumers' own decision would
 * agree with itself. E-mails are planned whatever a person chose, so each must be there; entries in
 * the app must be there for those who never chose, unless the log says that a later event was told
 * before. Text messages follow a choice that may have changed since, and the desk's mailbox a
 * setting; that these are missing can't be seen. Addresses are not spelled out: what is found is
 * logged.
 */
@ApplicationScoped
class DeliveriesAudit implements Audit {

  /** An event that was sent again may have been taken that long before. */
  private static final Duration EARLIER = Duration.ofHours(1);

  private static final List<String> TOPICS =
      List.of(
          "identity.user.v1",
          "identity.otp.v1",
          "property.listing.v1",
          "booking.booking.v1",
          "booking.enquiry.v1");

  private static final Set<String> MEMBERS =
      Set.of("user_id", "owner_id", "customer_id", "email", "recipient", "channel");

  /**
   * Events that took effect, each recipient that they name, and to whom of those a message is owed:
   * nobody is told anything after their account was deleted, nor anything that they asked.
   */
  private static final String NAMED =
      """
      taken as (
        select distinct on (r.id) r.id, r.type, r.state
        from audit_record r
        where r.state is not null
          and exists (select from inbox i where i.received_at >= ? and i.event_id = r.id)
        order by r.id),
      named as (
        select t.id as event_id, n.recipient, n.channel, n.kind
        from taken t cross join lateral (values
          (t.type = 'com.nanospace.user.registered.v1',
            t.state ->> 'user_id', 'email', 'account'),
          (t.type = 'com.nanospace.user.password-changed.v1',
            t.state ->> 'user_id', 'email', 'security'),
          (t.type in ('com.nanospace.listing.approved.v1', 'com.nanospace.listing.rejected.v1'),
            t.state ->> 'owner_id', 'email', 'listing'),
          (t.type ~ '^com[.]nanospace[.]booking[.](requested|confirmed|declined|cancelled|expired)[.]v1$',
            t.state ->> 'customer_id', 'email', 'booking'),
          (t.type ~ '^com[.]nanospace[.]booking[.](requested|confirmed|declined|cancelled|expired)[.]v1$'
              and t.state ->> 'owner_id' <> t.state ->> 'customer_id',
            t.state ->> 'owner_id', 'email', 'booking'),
          (t.type = 'com.nanospace.enquiry.received.v1',
            coalesce(t.state ->> 'customer_id', lower(t.state ->> 'email')), 'email', 'enquiry'),
          (t.type = 'com.nanospace.enquiry.received.v1' and t.state ->> 'owner_id' is not null,
            t.state ->> 'owner_id', 'email', 'enquiry'),
          (t.type = 'com.nanospace.otp.issued.v1',
            lower(t.state ->> 'recipient'), t.state ->> 'channel', 'otp')
        ) n (applies, recipient, channel, kind)
        where n.applies),
      owed as (
        select n.* from named n join taken t on t.id = n.event_id
        where not exists (
          select from erased_person p
          where p.id::text = n.recipient
            or (t.type = 'com.nanospace.enquiry.received.v1'
              and p.id::text = t.state ->> 'customer_id')))
      """;

  @Override
  public String name() {
    return "deliveries";
  }

  @Override
  public void look(Evidence evidence) throws SQLException {
    for (String topic : TOPICS) {
      evidence.read(topic, MEMBERS);
    }
    evidence.looked("select count(*) from delivery where created_at >= ?", evidence.since());
    evidence.looked("select count(*) from notification where created_at >= ?", evidence.since());
    untold(evidence);
    unlisted(evidence);
    toldWithoutReason(evidence);
    toldToOthers(evidence);
    toldTwice(evidence);
  }

  private static void untold(Evidence evidence) throws SQLException {
    evidence.counterexamples(
        "with "
            + NAMED
            + """
            select format('untold %s %s', event_id, recipient) as identity,
              format('Event %s concerns %s, and no %s to them is planned', event_id,
                regexp_replace(recipient, '.*[@+].*', 'an address'), channel) as sentence
            from (select distinct event_id, recipient, channel from owed) n
            where not exists (
              select from delivery d
              where d.event_id = n.event_id and d.recipient in (n.recipient, 'erased')
                and d.channel = n.channel)
            """,
        evidence.since().minus(EARLIER));
  }

  private static void unlisted(Evidence evidence) throws SQLException {
    evidence.counterexamples(
        "with "
            + NAMED
            + """
            select format('unlisted %s %s', event_id, recipient) as identity,
              format('Event %s concerns %s, and is not in their list in the app', event_id,
                recipient) as sentence
            from (
              select distinct event_id, recipient from owed
              where kind <> 'otp' and recipient !~ '@'
                and not exists (
                  select from preference p
                  where p.user_id::text = recipient and p.channel = 'in_app' and p.kind = owed.kind)
            ) n
            where not exists (
              select from notification i
              where i.event_id = n.event_id and i.user_id::text = n.recipient)
            and not exists (
              select from delivery d
              where d.event_id = n.event_id and d.recipient = n.recipient and d.reason = ?)
            """,
        evidence.since().minus(EARLIER),
        Deliveries.OVERTAKEN);
  }

  private static void toldWithoutReason(Evidence evidence) throws SQLException {
    evidence.counterexamples(
        """
        select format('unreasoned %s %s', told.event_id, told.id) as identity,
          format('%s %s tells of event %s, which never took effect', told.word, told.id,
            told.event_id) as sentence
        from (
          select id, event_id, created_at, 'Delivery' as word from delivery
          union all
          select id, event_id, created_at, 'Notification' from notification) told
        where told.created_at >= ?
          and not exists (
            select from inbox i where i.received_at >= ? and i.event_id = told.event_id)
        """,
        evidence.since(), evidence.since().minus(EARLIER));
  }

  private static void toldToOthers(Evidence evidence) throws SQLException {
    evidence.counterexamples(
        "with "
            + NAMED
            + """
            select format('other %s', told.id) as identity,
              format('%s %s tells %s of event %s, which does not concern them', told.word, told.id,
                regexp_replace(told.recipient, '.*[@+].*', 'an address'), told.event_id) as sentence
            from (
              select id, event_id, recipient, 'Delivery' as word from delivery
              where created_at >= ? and not (user_id is null and notice = ?)
              union all
              select id, event_id, user_id::text, 'Notification' from notification
              where created_at >= ?) told
            where told.recipient <> 'erased'
              and exists (select from taken t where t.id = told.event_id)
              and not exists (
                select from named n
                where n.event_id = told.event_id and n.recipient = told.recipient)
            """,
        evidence.since().minus(EARLIER),
        evidence.since(),
        // The desk's, for enquiries about no particular listing.
        Notice.ENQUIRY_RECEIVED.wireName(),
        evidence.since());
  }

  private static void toldTwice(Evidence evidence) throws SQLException {
    evidence.counterexamples(
        """
        select format('twice %s %s %s', event_id, recipient, channel) as identity,
          format('%s is told %s times of event %s by %s',
            regexp_replace(recipient, '.*[@+].*', 'an address'), count(*), event_id, channel) as sentence
        from (
          select event_id, recipient, channel from delivery where created_at >= ?
          union all
          select event_id, user_id::text, 'the app' from notification where created_at >= ?) told
        group by event_id, recipient, channel having count(*) > 1
        """,
        evidence.since(), evidence.since());
  }
}
