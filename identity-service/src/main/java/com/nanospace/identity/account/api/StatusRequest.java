package com.nanospace.identity.account.api;

import com.nanospace.identity.account.AccountStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether an account is to be usable. */
@Schema(name = "StatusChange")
record StatusRequest(
    @Schema(enumeration = {"active", "suspended"})
        @NotNull(message = "must not be blank")
        @Pattern(regexp = "(?i)active|suspended", message = "must be active or suspended")
        String status) {

  AccountStatus toStatus() {
    return AccountStatus.of(status).orElseThrow();
  }
}
