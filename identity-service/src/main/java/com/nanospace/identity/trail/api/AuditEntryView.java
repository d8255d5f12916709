package com.nanospace.identity.trail.api;

import com.nanospace.kit.trail.TrailEntry;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the audit trail. */
@Schema(name = "AuditEntry")
record AuditEntryView(
    UUID id,
    String service,
    @Schema(description = "Such as listing.rejected") String action,
    String subjectType,
    String subjectId,
    @Schema(description = "Absent for the platform itself, and for who was not signed in")
        @Nullable UUID actorId,
    @Nullable String actorRole,
    @Nullable UUID sessionId,
    @Nullable String clientAddress,
    String requestId,
    @Schema(type = SchemaType.OBJECT) @Nullable Object before,
    @Schema(type = SchemaType.OBJECT) @Nullable Object after,
    Instant occurredAt) {

  static AuditEntryView of(TrailEntry entry) {
    return new AuditEntryView(
        entry.entryId(),
        entry.service(),
        entry.action(),
        entry.subjectType(),
        entry.subjectId(),
        entry.actorId(),
        entry.actorRole(),
        entry.sessionId(),
        entry.clientAddress(),
        entry.requestId(),
        entry.before(),
        entry.after(),
        entry.occurredAt());
  }
}
