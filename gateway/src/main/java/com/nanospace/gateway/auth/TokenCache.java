package com.nanospace.gateway.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nanospace.token.EndedSessions;
import com.nanospace.token.VerificationKeys;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tokens that were verified a moment ago, for a signature costs more than the rest of a request.
 * Tokens are remembered by their digest, so that memory holds none that could be used.
 */
@Singleton
public class TokenCache {

  private record Verified(Caller caller, String keyId) {}

  private final Cache<String, Verified> verified;
  private final VerificationKeys keys;
  private final EndedSessions ended;
  private final Clock clock;

  TokenCache(EdgeConfig config, VerificationKeys keys, EndedSessions ended, Clock clock) {
    this.verified =
        Caffeine.newBuilder()
            .maximumSize(config.rememberedTokens())
            .executor(Runnable::run)
            .build();
    this.keys = keys;
    this.ended = ended;
    this.clock = clock;
  }

  /**
   * The holder of a token that was verified before and has not expired, while its key and its
   * session still stand.
   */
  Optional<Caller> find(String token) {
    String digest = digest(token);
    Verified known = verified.getIfPresent(digest);
    if (known == null) {
      return Optional.empty();
    }
    if (clock.instant().isBefore(known.caller().expiresAt())
        && keys.knows(known.keyId())
        && !ended.contains(known.caller().sessionId())) {
      return Optional.of(known.caller());
    }
    verified.invalidate(digest);
    return Optional.empty();
  }

  void remember(String token, String keyId, Caller caller) {
    verified.put(digest(token), new Verified(caller, keyId));
  }

  long size() {
    return verified.estimatedSize();
  }

  private static String digest(String token) {
    try {
      byte[] octets = token.getBytes(StandardCharsets.ISO_8859_1);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
