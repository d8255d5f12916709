package com.nanospace.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.Ids;
import com.nanospace.kit.http.Correlation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;

/** Where a transaction leaves its events: they are published if, and only if, it commits. */
@ApplicationScoped
public class Outbox {

  private final EntityManager entities;
  private final Event<NewEvent> appended;
  private final ObjectMapper json;
  private final Clock clock;

  Outbox(EntityManager entities, Event<NewEvent> appended, ObjectMapper json, Clock clock) {
    this.entities = entities;
    this.appended = appended;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Adds an event to the running transaction.
   *
   * <p>Pending changes are flushed first: the aggregate's row is then locked before the event takes
   * its position, so that positions of one aggregate grow in commit order.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(NewEvent event) {
    entities.flush();
    Correlation correlation = Correlation.current();
    entities
        .createNativeQuery(
            """
            insert into outbox
              (id, aggregatetype, aggregateid, type, payload, occurred_at, traceparent, request_id)
            values (?1, ?2, ?3, ?4, cast(?5 as jsonb), ?6, ?7, ?8)
            """)
        .setParameter(1, Ids.next())
        .setParameter(2, event.topic())
        .setParameter(3, event.aggregateId())
        .setParameter(4, event.type())
        .setParameter(5, write(event.payload()))
        .setParameter(6, clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter(7, correlation.traceparent())
        .setParameter(8, correlation.requestId())
        .executeUpdate();
    appended.fire(event);
  }

  private String write(Object payload) {
    try {
      return json.writeValueAsString(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("An event payload must be writable as JSON", e);
    }
  }
}
