package com.nanospace.notification.delivery;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message is for: a person with an account, whose address is looked up when it is sent
 * unless one is given, or just an address.
 */
public record Recipient(@Nullable UUID userId, @Nullable String address) {

  public static Recipient person(UUID userId) {
    return new Recipient(userId, null);
  }

  /** A person who wants this message at that very address. */
  public static Recipient personAt(UUID userId, @Nullable String address) {
    return new Recipient(userId, address == null || address.isBlank() ? null : address);
  }

  public static Recipient address(String address) {
    return new Recipient(null, address);
  }

  /** What makes two messages of one event go to the same one. */
  String key() {
    return userId != null ? userId.toString() : String.valueOf(address).toLowerCase(Locale.ROOT);
  }
}
