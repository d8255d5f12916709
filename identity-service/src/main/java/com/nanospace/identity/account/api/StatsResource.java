package com.nanospace.identity.account.api;

import com.nanospace.identity.account.Accounts;
import com.nanospace.identity.account.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** This service's part of the admins' figures. */
@Path("/internal/stats")
@RolesAllowed("admin")
public class StatsResource {

  record Stats(Users users) {}

  record Users(long total, long customers, long owners, long admins) {}

  private final Accounts accounts;

  StatsResource(Accounts accounts) {
    this.accounts = accounts;
  }

  @GET
  @Operation(hidden = true)
  public Stats get() {
    Map<Role, Long> counts = accounts.countByRole();
    return new Stats(
        new Users(
            counts.values().stream().mapToLong(Long::longValue).sum(),
            counts.getOrDefault(Role.CUSTOMER, 0L),
            counts.getOrDefault(Role.OWNER, 0L),
            counts.getOrDefault(Role.ADMIN, 0L)));
  }
}
