package com.nanospace.identity.account.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.nanospace.identity.account.Account;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account on the wire, as {@code user.schema.json} promises it. */
record UserPayload(
    UUID userId,
    long version,
    String email,
    @Nullable String phone,
    String fullName,
    String role,
    String status,
    boolean emailVerified,
    boolean phoneVerified,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> sessionIds,
    Instant occurredAt) {

  static UserPayload of(Account account, List<UUID> sessionIds, Instant occurredAt) {
    return new UserPayload(
        account.id(),
        account.version(),
        account.email(),
        account.phone(),
        account.fullName(),
        account.role().wireName(),
        account.status().wireName(),
        account.isEmailVerified(),
        account.isPhoneVerified(),
        sessionIds,
        occurredAt);
  }
}
