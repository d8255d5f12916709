package com.nanospace.identity.account;

import java.util.List;
import java.util.UUID;

/** What others are told about an account, with the account as it is after that. */
public sealed interface AccountEvent {

  Account account();

  record Registered(Account account) implements AccountEvent {}

  record Verified(Account account) implements AccountEvent {}

  record ProfileChanged(Account account) implements AccountEvent {}

  record PasswordChanged(Account account) implements AccountEvent {}

  record RoleChanged(Account account) implements AccountEvent {}

  record Suspended(Account account) implements AccountEvent {}

  record Reactivated(Account account) implements AccountEvent {}

  record SessionsRevoked(Account account, List<UUID> sessionIds) implements AccountEvent {}

  record Erased(Account account, List<UUID> sessionIds) implements AccountEvent {}
}
