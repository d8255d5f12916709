package com.nanospace.identity.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.http.PageRequest;
import com.nanospace.kit.trail.TrailEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Every line of the trail; a trigger refuses to change one. */
@ApplicationScoped
public class AuditEntries {

  /** One page of a search, and how many there are in all. */
  public record Found(List<TrailEntry> entries, long total) {}

  private static final String COLUMNS =
      """
      id, service, action, subject_type, subject_id, actor_id, actor_role, session_id,
      client_address, request_id, cast(before as text), cast(after as text), occurred_at
      """;

  private final EntityManager entities;
  private final ObjectMapper json;

  AuditEntries(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /** Adds a line; the same one again changes nothing. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(TrailEntry entry) {
    entities
        .unwrap(Session.class)
        .createNativeMutationQuery(
            """
            insert into audit_entry (id, service, action, subject_type, subject_id, actor_id,
              actor_role, session_id, client_address, request_id, before, after, occurred_at)
            values (:id, :service, :action, :subjectType, :subjectId, :actorId, :actorRole,
              :sessionId, :clientAddress, :requestId, cast(:before as jsonb),
              cast(:after as jsonb), :occurredAt)
            on conflict do nothing
            """)
        .setParameter("id", entry.entryId())
        .setParameter("service", entry.service())
        .setParameter("action", entry.action())
        .setParameter("subjectType", entry.subjectType())
        .setParameter("subjectId", entry.subjectId())
        .setParameter("actorId", entry.actorId(), UUID.class)
        .setParameter("actorRole", entry.actorRole(), String.class)
        .setParameter("sessionId", entry.sessionId(), UUID.class)
        .setParameter("clientAddress", entry.clientAddress(), String.class)
        .setParameter("requestId", entry.requestId())
        .setParameter("before", written(entry.before()), String.class)
        .setParameter("after", written(entry.after()), String.class)
        .setParameter("occurredAt", entry.occurredAt().atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  /** Lines that match, newest first. */
  @Transactional
  public Found search(TrailFilter filter, PageRequest page) {
    Map<String, Object> conditions = conditions(filter);
    String where =
        conditions.isEmpty()
            ? ""
            : conditions.keySet().stream().collect(Collectors.joining(" and ", " where ", ""));
    Query lines =
        entities.createNativeQuery(
            "select %s from audit_entry%s order by occurred_at desc, id desc"
                .formatted(COLUMNS, where));
    Query count = entities.createNativeQuery("select count(*) from audit_entry" + where);
    bind(lines, conditions);
    bind(count, conditions);
    List<?> rows =
        lines.setFirstResult(page.offset()).setMaxResults(page.perPage()).getResultList();
    return new Found(
        rows.stream().map(row -> entry((Object[]) row)).toList(), (long) count.getSingleResult());
  }

  /** Removes the oldest lines of those before that moment; how many they were. */
  @Transactional
  long forgetBefore(Instant keptSince, int maxLines) {
    return (long)
        entities
            .createNativeQuery("select forget_audit_entries(?1, ?2)")
            .setParameter(1, keptSince.atOffset(ZoneOffset.UTC))
            .setParameter(2, maxLines)
            .getSingleResult();
  }

  /** SQL conditions with one parameter each, and its value. */
  private static Map<String, Object> conditions(TrailFilter filter) {
    Map<String, Object> conditions = new LinkedHashMap<>();
    put(conditions, "actor_id = ?", filter.actor());
    put(conditions, "action = ?", filter.action());
    put(conditions, "subject_id = ?", filter.subject());
    put(conditions, "occurred_at >= ?", utc(filter.from()));
    put(conditions, "occurred_at < ?", utc(filter.to()));
    return conditions;
  }

  private static void put(Map<String, Object> conditions, String sql, @Nullable Object value) {
    if (value != null) {
      conditions.put(sql + (conditions.size() + 1), value);
    }
  }

  private static @Nullable Object utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static void bind(Query query, Map<String, Object> conditions) {
    int position = 1;
    for (Object value : conditions.values()) {
      query.setParameter(position++, value);
    }
  }

  private TrailEntry entry(Object[] row) {
    return new TrailEntry(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (UUID) row[5],
        (String) row[6],
        (UUID) row[7],
        (String) row[8],
        (String) row[9],
        read((String) row[10]),
        read((String) row[11]),
        (Instant) row[12]);
  }

  private static @Nullable String written(@Nullable JsonNode state) {
    return state == null || state.isNull() ? null : state.toString();
  }

  private @Nullable JsonNode read(@Nullable String state) {
    try {
      return state == null ? null : json.readTree(state);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored line must be readable", e);
    }
  }
}
