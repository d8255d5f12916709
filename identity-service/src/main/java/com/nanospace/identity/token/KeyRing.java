package com.nanospace.identity.token;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The keys of one moment.
 *
 * @param published all whose signatures count, by name
 * @param current the one that signs
 */
record KeyRing(List<SigningKey> published, SigningKey current) {

  /**
   * The last key by name signs that was published for long enough; the last one when none was.
   *
   * @throws IllegalStateException when all are only announced
   */
  static KeyRing of(List<SigningKey> keys, Predicate<SigningKey> publishedLongEnough) {
    List<SigningKey> signing = keys.stream().filter(key -> !key.isNext()).toList();
    SigningKey current =
        last(signing.stream().filter(publishedLongEnough).toList())
            .or(() -> last(signing))
            .orElseThrow(
                () -> new IllegalStateException("nanospace.tokens.key-folder has no <kid>.pem"));
    return new KeyRing(keys, current);
  }

  KeyIds ids() {
    return new KeyIds(published.stream().map(SigningKey::kid).toList(), current.kid());
  }

  private static Optional<SigningKey> last(List<SigningKey> keys) {
    return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getLast());
  }
}
