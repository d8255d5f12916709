package com.nanospace.identity.account.api;

import com.nanospace.identity.account.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an account is to be allowed. */
@Schema(name = "RoleChange")
record RoleRequest(
    @Schema(enumeration = {"customer", "owner", "admin"})
        @NotNull(message = "must not be blank")
        @Pattern(regexp = "(?i)customer|owner|admin", message = "must be customer, owner or admin")
        String role) {

  Role toRole() {
    return Role.of(role).orElseThrow();
  }
}
