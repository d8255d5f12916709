package com.nanospace.identity.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do. */
public enum Role {
  CUSTOMER,
  OWNER,
  ADMIN;

  /** The stable word for it in tokens, events and replies. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String wireName) {
    return Arrays.stream(values())
        .filter(role -> role.wireName().equalsIgnoreCase(wireName.strip()))
        .findFirst();
  }
}
