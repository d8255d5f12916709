package com.nanospace.identity.session.api;

import com.nanospace.identity.account.api.Message;
import com.nanospace.identity.session.RevokeSession;
import com.nanospace.identity.session.Sessions;
import com.nanospace.kit.http.PageRequest;
import com.nanospace.kit.http.Query;
import com.nanospace.kit.security.Caller;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where somebody is signed in. */
@Path("/api/auth/sessions")
@Authenticated
@Tag(name = "Authentication")
public class OwnSessionsResource {

  private final Sessions sessions;
  private final RevokeSession revokeSession;
  private final Caller caller;
  private final Clock clock;

  OwnSessionsResource(Sessions sessions, RevokeSession revokeSession, Caller caller, Clock clock) {
    this.sessions = sessions;
    this.revokeSession = revokeSession;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listSessions",
      summary = "Where the account is signed in, the last used first")
  @Parameter(
      name = "page",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
  @Parameter(
      name = "per_page",
      in = ParameterIn.QUERY,
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
  public SessionPage list(@Context UriInfo uri) {
    PageRequest page = Query.pageOf(uri);
    return SessionPage.of(
        sessions.live(caller.id(), clock.instant(), page), caller.sessionId(), page);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "endSession",
      summary = "Sign out elsewhere",
      description = "Its access tokens and its refresh token count no more.")
  public Message end(UUID id) {
    revokeSession.revoke(caller.id(), id);
    return new Message("Session ended");
  }
}
