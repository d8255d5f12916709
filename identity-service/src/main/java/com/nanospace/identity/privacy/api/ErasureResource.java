package com.nanospace.identity.privacy.api;

import com.nanospace.identity.account.api.Message;
import com.nanospace.identity.privacy.EraseAccount;
import com.nanospace.kit.security.Caller;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Leaving for good. */
@Path("/api/auth")
@Tag(name = "Account")
public class ErasureResource {

  private final EraseAccount eraseAccount;
  private final Caller caller;

  ErasureResource(EraseAccount eraseAccount, Caller caller) {
    this.eraseAccount = eraseAccount;
    this.caller = caller;
  }

  @DELETE
  @Path("/me")
  @Authenticated
  @Operation(
      operationId = "deleteMe",
      summary = "Delete the own account and all personal data",
      description =
          "Ends all sessions at once. Bookings that have not begun are cancelled, listings are taken"
              + " off the platform, and what names the person is removed everywhere within moments."
              + " The last admin can't: 409 account.last_admin.")
  public Message erase() {
    eraseAccount.erase(caller.id());
    return new Message("Account deleted");
  }
}
