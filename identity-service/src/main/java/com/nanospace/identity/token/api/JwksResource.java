package com.nanospace.identity.token.api;

import com.nanospace.identity.token.KeySet;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys by which anybody can verify an access token. */
@Path("/.well-known/jwks.json")
@Tag(name = "Authentication")
public class JwksResource {

  private static final String CACHING = "public, max-age=300";

  private final KeySet keys;

  JwksResource(KeySet keys) {
    this.keys = keys;
  }

  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getSigningKeys", summary = "Public keys of access tokens (RFC 7517)")
  public Response get() {
    return Response.ok(keys.toJson()).header(HttpHeaders.CACHE_CONTROL, CACHING).build();
  }
}
