package com.nanospace.identity.account.messaging;

import com.nanospace.identity.account.AccountEvent;
import com.nanospace.identity.account.AccountEvent.Erased;
import com.nanospace.identity.account.AccountEvent.PasswordChanged;
import com.nanospace.identity.account.AccountEvent.ProfileChanged;
import com.nanospace.identity.account.AccountEvent.Reactivated;
import com.nanospace.identity.account.AccountEvent.Registered;
import com.nanospace.identity.account.AccountEvent.RoleChanged;
import com.nanospace.identity.account.AccountEvent.SessionsRevoked;
import com.nanospace.identity.account.AccountEvent.Suspended;
import com.nanospace.identity.account.AccountEvent.Verified;
import com.nanospace.kit.outbox.NewEvent;
import com.nanospace.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Puts account events on {@code identity.user.v1}, with the running transaction. */
@ApplicationScoped
public class UserEvents {

  private static final String TOPIC = "identity.user.v1";

  private final Outbox outbox;
  private final Clock clock;

  UserEvents(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  public void publish(AccountEvent event) {
    outbox.append(
        new NewEvent(TOPIC, event.account().id().toString(), typeOf(event), payloadOf(event)));
  }

  private Object payloadOf(AccountEvent event) {
    Instant now = clock.instant();
    return switch (event) {
      case Erased erased -> ErasedPayload.of(erased, now);
      case SessionsRevoked revoked -> UserPayload.of(revoked.account(), revoked.sessionIds(), now);
      default -> UserPayload.of(event.account(), List.of(), now);
    };
  }

  private static String typeOf(AccountEvent event) {
    return switch (event) {
      case Registered e -> "com.nanospace.user.registered.v1";
      case Verified e -> "com.nanospace.user.verified.v1";
      case ProfileChanged e -> "com.nanospace.user.profile-changed.v1";
      case PasswordChanged e -> "com.nanospace.user.password-changed.v1";
      case RoleChanged e -> "com.nanospace.user.role-changed.v1";
      case Suspended e -> "com.nanospace.user.suspended.v1";
      case Reactivated e -> "com.nanospace.user.reactivated.v1";
      case SessionsRevoked e -> "com.nanospace.user.sessions-revoked.v1";
      case Erased e -> "com.nanospace.user.erased.v1";
    };
  }
}
