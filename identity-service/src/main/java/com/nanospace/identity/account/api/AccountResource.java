package com.nanospace.identity.account.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.Accounts;
import com.nanospace.identity.account.ChangeProfile;
import com.nanospace.identity.account.RegisterAccount;
import com.nanospace.identity.client.Client;
import com.nanospace.identity.session.OpenSession;
import com.nanospace.identity.session.api.SignedInReply;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.security.Caller;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** People and their own accounts. */
@Path("/api/auth")
@Tag(name = "Account")
public class AccountResource {

  private final RegisterAccount registerAccount;
  private final OpenSession openSession;
  private final ChangeProfile changeProfile;
  private final Accounts accounts;
  private final MergePatch mergePatch;
  private final Client client;
  private final Caller caller;

  AccountResource(
      RegisterAccount registerAccount,
      OpenSession openSession,
      ChangeProfile changeProfile,
      Accounts accounts,
      MergePatch mergePatch,
      Client client,
      Caller caller) {
    this.registerAccount = registerAccount;
    this.openSession = openSession;
    this.changeProfile = changeProfile;
    this.accounts = accounts;
    this.mergePatch = mergePatch;
    this.client = client;
    this.caller = caller;
  }

  @POST
  @Path("/register")
  @PermitAll
  @ResponseStatus(201)
  @Operation(operationId = "register", summary = "Make an account and sign in")
  public SignedInReply register(@NotNull @Valid RegisterRequest request) {
    Account account = registerAccount.register(request.toRegistration());
    return SignedInReply.of("Registration successful", openSession.open(account, client));
  }

  @GET
  @Path("/me")
  @Authenticated
  @Operation(operationId = "getMe", summary = "The own account")
  public UserReply me() {
    return UserReply.of(
        accounts.findByIdOptional(caller.id()).orElseThrow(() -> Refusal.notFound("Account")));
  }

  @PUT
  @Path("/update-profile")
  @Authenticated
  @Operation(
      operationId = "updateProfile",
      summary = "Change name or phone",
      description = "Only the members that are sent change. A new phone is unverified.")
  public UserReply updateProfile(
      @RequestBody(content = @Content(schema = @Schema(implementation = ProfileForm.class)))
          @NotNull
          ObjectNode sent) {
    Account account =
        changeProfile.change(
            caller.id(),
            profile ->
                mergePatch.apply(sent, ProfileForm.of(profile), ProfileForm.class).toProfile());
    return UserReply.of("Profile updated", account);
  }
}
