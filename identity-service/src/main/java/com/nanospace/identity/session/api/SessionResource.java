package com.nanospace.identity.session.api;

import com.nanospace.identity.account.api.Message;
import com.nanospace.identity.client.Client;
import com.nanospace.identity.session.LogIn;
import com.nanospace.identity.session.LogOut;
import com.nanospace.identity.session.RefreshSecret;
import com.nanospace.identity.session.RotateRefreshToken;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.security.Caller;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signing in, staying signed in, signing out. */
@Path("/api/auth")
@Tag(name = "Authentication")
public class SessionResource {

  private static final String BEARER = "bearer ";

  private final LogIn logIn;
  private final RotateRefreshToken rotateRefreshToken;
  private final LogOut logOut;
  private final Client client;
  private final Caller caller;

  SessionResource(
      LogIn logIn,
      RotateRefreshToken rotateRefreshToken,
      LogOut logOut,
      Client client,
      Caller caller) {
    this.logIn = logIn;
    this.rotateRefreshToken = rotateRefreshToken;
    this.logOut = logOut;
    this.client = client;
    this.caller = caller;
  }

  @POST
  @Path("/login")
  @PermitAll
  @Operation(operationId = "logIn", summary = "Sign in with an e-mail address or phone")
  public SignedInReply logIn(@NotNull @Valid LoginRequest request) {
    return SignedInReply.of(
        "Login successful", logIn.logIn(request.identifier(), request.password(), client));
  }

  @POST
  @Path("/refresh")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  @SecurityRequirement(name = "jwt")
  @Operation(
      operationId = "refresh",
      summary = "Exchange a refresh token for new tokens",
      description =
          "The refresh token comes in the body, or as the Bearer token when there is no body. It is"
              + " used up; go on with the one of the reply.")
  public TokenReply refresh(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Valid @Nullable RefreshRequest request) {
    return refresh(
        Optional.ofNullable(request)
            .map(RefreshRequest::refreshToken)
            .filter(text -> !text.isBlank())
            .or(() -> bearer(authorization)));
  }

  /** Programs that send no body name all sorts of types for it. */
  @POST
  @Path("/refresh")
  @Consumes(MediaType.WILDCARD)
  @PermitAll
  @Operation(hidden = true)
  public TokenReply refreshWithoutJson(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    return refresh(bearer(authorization));
  }

  @POST
  @Path("/logout")
  @Authenticated
  @Operation(operationId = "logOut", summary = "End the current session")
  public Message logOut() {
    logOut.logOut(caller.id(), caller.sessionId());
    return new Message("Logged out");
  }

  private TokenReply refresh(Optional<String> token) {
    String text =
        token.orElseThrow(
            () -> new Refusal(CommonError.AUTH_REQUIRED, "A refresh token is needed"));
    return TokenReply.of(
        RefreshSecret.parse(text.strip())
            .map(rotateRefreshToken::rotate)
            .orElseThrow(RotateRefreshToken::refused));
  }

  private static Optional<String> bearer(@Nullable String authorization) {
    return Optional.ofNullable(authorization)
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()));
  }
}
