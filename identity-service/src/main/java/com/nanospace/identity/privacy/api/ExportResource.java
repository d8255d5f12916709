package com.nanospace.identity.privacy.api;

import com.nanospace.identity.account.api.UserView;
import com.nanospace.identity.privacy.ExportAccount;
import com.nanospace.identity.privacy.ExportAccount.ExportedCode;
import com.nanospace.identity.privacy.ExportAccount.ExportedSession;
import com.nanospace.identity.privacy.ExportAccount.Holdings;
import com.nanospace.kit.privacy.Exported;
import com.nanospace.kit.security.Caller;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** This service's part of what the suite holds about the caller; the gateway puts it together. */
@Path("/internal/export")
@Authenticated
public class ExportResource {

  /** The part of the document that is this service's. */
  record Export(
      UserView account, Exported<ExportedSession> sessions, Exported<ExportedCode> codes) {}

  private final ExportAccount exportAccount;
  private final Caller caller;

  ExportResource(ExportAccount exportAccount, Caller caller) {
    this.exportAccount = exportAccount;
    this.caller = caller;
  }

  @GET
  @Operation(hidden = true)
  public Export get() {
    Holdings holdings = exportAccount.of(caller.id());
    return new Export(UserView.of(holdings.account()), holdings.sessions(), holdings.codes());
  }
}
