package com.nanospace.identity.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an account may be used. */
public enum AccountStatus {
  ACTIVE,
  SUSPENDED;

  /** The stable word for it in events and requests. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AccountStatus> of(String wireName) {
    return Arrays.stream(values())
        .filter(status -> status.wireName().equalsIgnoreCase(wireName.strip()))
        .findFirst();
  }
}
