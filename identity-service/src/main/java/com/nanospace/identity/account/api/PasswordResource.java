package com.nanospace.identity.account.api;

import com.nanospace.identity.account.ChangePassword;
import com.nanospace.identity.client.Client;
import com.nanospace.kit.security.Caller;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The password of who is signed in. */
@Path("/api/auth/change-password")
@Authenticated
@Tag(name = "Account")
public class PasswordResource {

  private final ChangePassword changePassword;
  private final Client client;
  private final Caller caller;

  PasswordResource(ChangePassword changePassword, Client client, Caller caller) {
    this.changePassword = changePassword;
    this.client = client;
    this.caller = caller;
  }

  /** A wrong password is a 400: at a 401 programs take their session for ended. */
  @POST
  @Operation(
      operationId = "changePassword",
      summary = "Set another password",
      description =
          "Signs out everywhere else. A wrong current password is a 400 `account.wrong_password`;"
              + " too many of them are a 429, as at the login.")
  public Message change(@NotNull @Valid PasswordChangeRequest request) {
    changePassword.change(
        caller.id(), caller.sessionId(), request.currentPassword(), request.newPassword(), client);
    return new Message("Password changed");
  }
}
