package com.nanospace.identity.otp;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code as far as it is needed to compare it.
 *
 * @param accountId {@code null} for nobody's, which matches nothing
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
record OpenCode(UUID id, @Nullable UUID accountId, byte[] codeHash) {

  /**
   * The account that it was sent to, for who has typed it; compared before anybody is looked for.
   */
  Optional<UUID> ownerIf(byte[] typedHash) {
    boolean right = MessageDigest.isEqual(codeHash, typedHash);
    return Optional.ofNullable(accountId).filter(id -> right);
  }
}
