package com.nanospace.identity.trail.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import com.nanospace.identity.trail.AuditEntries;
import com.nanospace.identity.trail.TrailFilter;
import com.nanospace.kit.http.PageRequest;
import com.nanospace.kit.http.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trail, for admins. */
@Path("/api/admin/audit")
@RolesAllowed("admin")
@Tag(name = "Admin: audit")
public class AuditResource {

  private static final int MAX_WORD = 100;

  private final AuditEntries entries;

  AuditResource(AuditEntries entries) {
    this.entries = entries;
  }

  @GET
  @Operation(operationId = "audit", summary = "Who did what to whom, newest first")
  @Parameter(in = QUERY, name = "actor", description = "Id of the account that acted")
  @Parameter(in = QUERY, name = "action", description = "Such as listing.rejected")
  @Parameter(in = QUERY, name = "subject", description = "Id of what it was done to")
  @Parameter(in = QUERY, name = "from", description = "Date-time, or date in UTC; included")
  @Parameter(in = QUERY, name = "to", description = "Date-time, or date in UTC; not included")
  @Parameter(in = QUERY, name = "page", description = "From 1")
  @Parameter(in = QUERY, name = "per_page", description = "1 to 100, 20 unless given")
  public AuditPage list(@Context UriInfo uri) {
    Query query = Query.of(uri);
    TrailFilter filter =
        new TrailFilter(
            id(query, "actor").orElse(null),
            query.text("action", MAX_WORD).orElse(null),
            query.text("subject", MAX_WORD).orElse(null),
            moment(query, "from"),
            moment(query, "to"));
    PageRequest page = query.page();
    query.refuseIfInvalid();
    return AuditPage.of(entries.search(filter, page), page);
  }

  private static Optional<UUID> id(Query query, String name) {
    Optional<String> text = query.text(name, MAX_WORD);
    try {
      return text.map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      query.reject(name, "must be an id");
      return Optional.empty();
    }
  }

  private static @Nullable Instant moment(Query query, String name) {
    String text = query.text(name, MAX_WORD).orElse("");
    if (!text.contains("T")) {
      return query
          .date(name)
          .map(date -> date.atStartOfDay().toInstant(ZoneOffset.UTC))
          .orElse(null);
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      query.reject(name, "must be a date-time such as 2026-11-22T06:24:00Z, or a date");
      return null;
    }
  }
}
