package com.nanospace.identity.otp.api;

import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.client.Client;
import com.nanospace.identity.otp.Purpose;
import com.nanospace.identity.otp.SendCode;
import com.nanospace.identity.otp.VerifyCode;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proof that an e-mail address or a phone is one's own. */
@Path("/api/otp")
@PermitAll
@Tag(name = "One-time codes")
public class OtpResource {

  private final SendCode sendCode;
  private final VerifyCode verifyCode;
  private final EvenTime evenTime;
  private final Client client;

  OtpResource(SendCode sendCode, VerifyCode verifyCode, EvenTime evenTime, Client client) {
    this.sendCode = sendCode;
    this.verifyCode = verifyCode;
    this.evenTime = evenTime;
    this.client = client;
  }

  @POST
  @Path("/send-email")
  @Operation(operationId = "sendEmailCode", summary = "Send a code to an e-mail address")
  @Blocking
  public Uni<SentReply> sendEmail(@NotNull @Valid SendEmailRequest request) {
    return send(request.email());
  }

  @POST
  @Path("/send-sms")
  @Operation(operationId = "sendSmsCode", summary = "Send a code to a phone")
  @Blocking
  public Uni<SentReply> sendSms(@NotNull @Valid SendSmsRequest request) {
    return send(request.phone());
  }

  @POST
  @Path("/resend")
  @Operation(
      operationId = "resendCode",
      summary = "Send another code",
      description = "At most one a minute; the earlier code is void.")
  @Blocking
  public Uni<SentReply> resend(@NotNull @Valid ResendRequest request) {
    return send(request.identifier());
  }

  @POST
  @Path("/verify")
  @Operation(
      operationId = "verifyCode",
      summary = "Prove an e-mail address or a phone by its code",
      description = "A wrong code is a 400 with `verified: false` and `remaining_attempts`.")
  public VerifiedReply verify(@NotNull @Valid VerifyRequest request) {
    verifyCode.verify(parse(request.identifier()), request.otp().strip(), client.network());
    return new VerifiedReply("Verified", true);
  }

  private Uni<SentReply> send(String identifier) {
    return evenTime.answer(
        () -> SentReply.of(sendCode.send(parse(identifier), Purpose.VERIFY, client.network())));
  }

  /** The constraints of the requests have parsed it already. */
  private static Identifier parse(String identifier) {
    return Identifier.parse(identifier).orElseThrow();
  }
}
