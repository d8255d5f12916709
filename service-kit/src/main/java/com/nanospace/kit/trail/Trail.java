package com.nanospace.kit.trail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.Ids;
import com.nanospace.kit.http.Correlation;
import com.nanospace.kit.outbox.NewEvent;
import com.nanospace.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a transaction leaves a line of the audit trail: it is kept if, and only if, the transaction
 * commits.
 */
@ApplicationScoped
public class Trail {

  /** The type of every event of the trail. */
  public static final String TYPE = "com.nanospace.audit.recorded.v1";

  private static final String SERVICE = "-service";
  private static final int MAX_STATE = 2_000;

  private final Outbox outbox;
  private final CurrentActor current;
  private final ObjectMapper json;
  private final Clock clock;
  private final String service;

  Trail(
      Outbox outbox,
      CurrentActor current,
      ObjectMapper json,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.outbox = outbox;
    this.current = current;
    this.json = json;
    this.clock = clock;
    this.service = service;
  }

  /**
   * Records what the sender of the current request did.
   *
   * @param action a stable word such as {@code listing.approved}
   * @param subjectType what it was done to, such as {@code listing}
   * @param before what was, as far as it changes: a small record or map without names, contacts or
   *     secrets; {@code null} when there is nothing to say
   * @param after what is, likewise
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(
      String action,
      String subjectType,
      UUID subjectId,
      @Nullable Object before,
      @Nullable Object after) {
    record(current.actor(), action, subjectType, subjectId, before, after);
  }

  /** Records what somebody did whom no token names, for instance because they just sign in. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(
      Actor actor,
      String action,
      String subjectType,
      UUID subjectId,
      @Nullable Object before,
      @Nullable Object after) {
    TrailEntry entry =
        new TrailEntry(
            Ids.next(),
            service,
            action,
            subjectType,
            subjectId.toString(),
            actor.id(),
            actor.role(),
            actor.sessionId(),
            current.clientAddress().orElse(null),
            Correlation.current().requestId(),
            state(before),
            state(after),
            clock.instant());
    outbox.append(new NewEvent(topic(), entry.entryId().toString(), TYPE, entry));
  }

  private String topic() {
    return service.replace(SERVICE, "") + ".audit.v1";
  }

  private @Nullable JsonNode state(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    JsonNode state = json.valueToTree(value);
    if (state.toString().length() > MAX_STATE) {
      throw new IllegalArgumentException("A line of the audit trail is small");
    }
    return state;
  }
}
