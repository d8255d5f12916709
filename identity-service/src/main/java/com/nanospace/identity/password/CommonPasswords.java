package com.nanospace.identity.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that attackers try first, out of leaked ones; the list is zxcvbn's. */
final class CommonPasswords {

  private CommonPasswords() {}

  /** In lower case, and only those that are long enough to be chosen. */
  static Set<String> load() {
    try {
      return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
          .filter(password -> password.length() >= Passwords.MIN_LENGTH)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("The list of common passwords can't be read", e);
    }
  }
}
