package com.nanospace.kit.audit;

import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For operators; the gateway never routes here. */
@Path("/internal/audit")
class AuditResource {

  private static final Duration LONGEST = Duration.ofDays(30);
  private static final int MAX_LENGTH = 20;

  private final Auditor auditor;
  private final AuditConfig config;
  private final String service;

  AuditResource(
      Auditor auditor,
      AuditConfig config,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.auditor = auditor;
    this.config = config;
    this.service = service;
  }

  /**
   * Runs all audits, or the one that {@code audit} names; {@code window} is an ISO 8601 duration
   * such as {@code PT24H}.
   */
  @POST
  @RolesAllowed("admin")
  @Operation(hidden = true)
  public AuditReply audit(@Context UriInfo uri) {
    Query query = Query.of(uri);
    Duration window =
        query.text("window", MAX_LENGTH).map(AuditResource::duration).orElse(config.window());
    Optional<String> name = query.text("audit", MAX_LENGTH);
    query.refuseIfInvalid();
    return new AuditReply(
        service,
        name.map(one -> auditor.audit(one, window)).orElseGet(() -> auditor.audit(window)));
  }

  private static Duration duration(String text) {
    try {
      Duration window = Duration.parse(text);
      if (window.isPositive() && window.compareTo(LONGEST) <= 0) {
        return window;
      }
    } catch (DateTimeParseException e) {
      // The one refusal below names what is taken.
    }
    throw Refusal.invalid("window", "must be an ISO 8601 duration of at most 30 days");
  }
}
