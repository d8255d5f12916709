package com.nanospace.identity.otp.api;

import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.account.api.Message;
import com.nanospace.identity.client.Client;
import com.nanospace.identity.otp.Purpose;
import com.nanospace.identity.otp.ResetPassword;
import com.nanospace.identity.otp.SendCode;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way back in for who has forgotten their password. */
@Path("/api/auth/forgot-password")
@PermitAll
@Tag(name = "Account")
public class ForgotPasswordResource {

  private final SendCode sendCode;
  private final ResetPassword resetPassword;
  private final EvenTime evenTime;
  private final Client client;

  ForgotPasswordResource(
      SendCode sendCode, ResetPassword resetPassword, EvenTime evenTime, Client client) {
    this.sendCode = sendCode;
    this.resetPassword = resetPassword;
    this.evenTime = evenTime;
    this.client = client;
  }

  @POST
  @Path("/request")
  @Operation(
      operationId = "requestPasswordReset",
      summary = "Send a code to set a new password with",
      description = "Answers the same whether or not there is such an account.")
  @Blocking
  public Uni<SentReply> request(@NotNull @Valid ForgotPasswordRequest request) {
    Identifier identifier = Identifier.parse(request.identifier()).orElseThrow();
    return evenTime.answer(
        () -> SentReply.of(sendCode.send(identifier, Purpose.RESET, client.network())));
  }

  @POST
  @Path("/reset")
  @Operation(
      operationId = "resetPassword",
      summary = "Set a new password by a code",
      description =
          "Signs out everywhere. A wrong code is a 400 with `verified: false` and"
              + " `remaining_attempts`.")
  public Message reset(@NotNull @Valid ResetPasswordRequest request) {
    resetPassword.reset(
        request.toIdentifier(), request.otp().strip(), request.newPassword(), client.network());
    return new Message("Password changed, sign in with the new one");
  }
}
