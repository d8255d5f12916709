package com.nanospace.identity.account.api;

import com.nanospace.identity.account.AccountStatus;
import com.nanospace.identity.account.Accounts;
import com.nanospace.identity.account.ChangeRole;
import com.nanospace.identity.account.ChangeStatus;
import com.nanospace.identity.account.Role;
import com.nanospace.kit.http.PageRequest;
import com.nanospace.kit.http.Query;
import com.nanospace.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts as admins moderate them. */
@Path("/api/admin/users")
@RolesAllowed("admin")
@Tag(name = "Admin: users")
public class UserAdminResource {

  private static final int MAX_SEARCH = 100;

  private final Accounts accounts;
  private final ChangeStatus changeStatus;
  private final ChangeRole changeRole;
  private final Caller caller;

  UserAdminResource(
      Accounts accounts, ChangeStatus changeStatus, ChangeRole changeRole, Caller caller) {
    this.accounts = accounts;
    this.changeStatus = changeStatus;
    this.changeRole = changeRole;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listUsers", summary = "All accounts, newest first")
  @Parameter(
      name = "role",
      in = ParameterIn.QUERY,
      schema = @Schema(enumeration = {"customer", "owner", "admin"}))
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description = "Part of the e-mail address, the phone or the name",
      schema = @Schema(type = SchemaType.STRING, maxLength = MAX_SEARCH))
  @Parameter(
      name = "page",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
  @Parameter(
      name = "per_page",
      in = ParameterIn.QUERY,
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
  public UserPage list(@Context UriInfo uri) {
    Query query = Query.of(uri);
    Optional<Role> role = query.choice("role", Role.class, Role::wireName);
    Optional<String> text = query.text("q", MAX_SEARCH);
    PageRequest page = query.page();
    query.refuseIfInvalid();
    return UserPage.of(accounts.search(role.orElse(null), text.orElse(null), page), page);
  }

  @PUT
  @Path("/{id}/status")
  @Operation(
      operationId = "changeUserStatus",
      summary = "Suspend or reactivate an account",
      description = "Suspending ends all sessions of the account.")
  public UserReply changeStatus(UUID id, @NotNull @Valid StatusRequest request) {
    AccountStatus status = request.toStatus();
    return UserReply.of(
        switch (status) {
          case ACTIVE -> "User activated";
          case SUSPENDED -> "User suspended";
        },
        changeStatus.change(caller.id(), id, status));
  }

  @PUT
  @Path("/{id}/role")
  @Operation(
      operationId = "changeUserRole",
      summary = "Give an account another role",
      description = "Ends all sessions of the account.")
  public UserReply changeRole(UUID id, @NotNull @Valid RoleRequest request) {
    return UserReply.of("Role changed", changeRole.change(caller.id(), id, request.toRole()));
  }
}
