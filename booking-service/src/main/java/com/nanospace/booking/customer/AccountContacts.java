package com.nanospace.booking.customer;

import com.nanospace.kit.peer.PeerAway;
import com.nanospace.kit.peer.Peers;
import com.nanospace.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The contact that an account stands for; asks identity-service once for an unknown one. */
@ApplicationScoped
public class AccountContacts {

  private static final Logger LOG = Logger.getLogger(AccountContacts.class);

  /** Below every version of an event, so that any event wins over an answer. */
  private static final long VERSION_OF_ANSWERS = 0;

  private final CustomerReplica replica;
  private final Peers peers;
  private final URI identityService;

  AccountContacts(
      CustomerReplica replica,
      Peers peers,
      @ConfigProperty(name = "nanospace.identity.url") URI identityService) {
    this.replica = replica;
    this.peers = peers;
    this.identityService = identityService;
  }

  /** Never fails for identity-service: a booking without a contact beats none. */
  public Contact of(Caller caller) {
    Optional<Contact> known = replica.contactOf(caller.id());
    return known.orElseGet(
        () -> ask(caller).map(account -> remember(caller.id(), account)).orElse(Contact.UNKNOWN));
  }

  private Optional<Account> ask(Caller caller) {
    try {
      return peers
          .ask(URI.create(identityService + "/api/auth/me"), MyAccount.class, caller.bearerToken())
          .map(MyAccount::user);
    } catch (PeerAway e) {
      LOG.warnf("Account %s could not be asked for: %s", caller.id(), e.getMessage());
      return Optional.empty();
    }
  }

  private Contact remember(UUID id, Account account) {
    replica.apply(
        new UserState(
            id, VERSION_OF_ANSWERS, account.fullName(), account.email(), account.phone()));
    return new Contact(account.fullName(), account.email(), account.phone());
  }

  record MyAccount(Account user) {}

  record Account(@Nullable String fullName, @Nullable String email, @Nullable String phone) {}
}
