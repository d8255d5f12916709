package com.nanospace.kit.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit trail, as {@code com.nanospace.audit.recorded.v1} carries it.
 *
 * @param entryId unique over all services
 * @param service where it happened
 * @param actorId who did it; {@code null} for the platform itself, or somebody who is not signed in
 * @param clientAddress from where, when a request caused it
 * @param before what was, as far as the action changes it
 * @param after what is
 */
public record TrailEntry(
    UUID entryId,
    String service,
    String action,
    String subjectType,
    String subjectId,
    @Nullable UUID actorId,
    @Nullable String actorRole,
    @Nullable UUID sessionId,
    @Nullable String clientAddress,
    String requestId,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    Instant occurredAt) {}
