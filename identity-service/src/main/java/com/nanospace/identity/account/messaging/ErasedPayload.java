package com.nanospace.identity.account.messaging;

import com.nanospace.identity.account.AccountEvent.Erased;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The end of an account on the wire: nothing personal, so that no topic holds it longer. */
record ErasedPayload(
    UUID userId,
    long version,
    String role,
    String status,
    List<UUID> sessionIds,
    Instant occurredAt) {

  static ErasedPayload of(Erased event, Instant occurredAt) {
    return new ErasedPayload(
        event.account().id(),
        event.account().version(),
        event.account().role().wireName(),
        "erased",
        event.sessionIds(),
        occurredAt);
  }
}
