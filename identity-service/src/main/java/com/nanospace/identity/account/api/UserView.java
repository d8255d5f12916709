package com.nanospace.identity.account.api;

import com.nanospace.identity.account.Account;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as its owner and admins see it. */
@Schema(name = "User")
public record UserView(
    UUID id,
    String email,
    @Schema(description = "E.164", examples = "+919812345670") @Nullable String phone,
    String fullName,
    @Schema(enumeration = {"customer", "owner", "admin"}) String role,
    boolean emailVerified,
    boolean phoneVerified,
    Instant createdAt,
    @Nullable Instant lastLogin) {

  public static UserView of(Account account) {
    return new UserView(
        account.id(),
        account.email(),
        account.phone(),
        account.fullName(),
        account.role().wireName(),
        account.isEmailVerified(),
        account.isPhoneVerified(),
        account.createdAt(),
        account.lastLogin().orElse(null));
  }
}
