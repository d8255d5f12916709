package com.nanospace.token;

import jakarta.inject.Singleton;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Identity's public keys. Once known they serve until identity gives others, so that identity may
 * be away. An unknown key id asks identity again, but never more often than every few seconds,
 * whatever ids tokens make up.
 */
@Singleton
public class VerificationKeys {

  private static final Logger LOG = Logger.getLogger(VerificationKeys.class);

  private final KeySource source;
  private final TokenCheckConfig config;
  private final Clock clock;

  private volatile Map<String, RSAPublicKey> keys = Map.of();

  /** Whether the last fetch failed, so that keys may exist that are not known here. */
  private volatile boolean isBehind = true;

  private @Nullable CompletableFuture<Void> fetch;
  private Instant nextFetch = Instant.MIN;
  private Instant staleFrom = Instant.MIN;

  public VerificationKeys(KeySource source, TokenCheckConfig config, Clock clock) {
    this.source = source;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The key of this id, or nothing when identity has none of this id. Fails with {@link KeysAway}
   * when the key is not known and identity can't be asked.
   */
  public CompletionStage<Optional<RSAPublicKey>> find(String id) {
    RSAPublicKey known = keys.get(id);
    if (known != null) {
      if (isStale()) {
        fetched();
      }
      return CompletableFuture.completedFuture(Optional.of(known));
    }
    return fetched().thenCompose(done -> keyOrFailure(id));
  }

  /** Whether a token that was verified by the key of this id may still be relied on. */
  public boolean knows(String id) {
    return keys.containsKey(id);
  }

  private CompletionStage<Optional<RSAPublicKey>> keyOrFailure(String id) {
    RSAPublicKey known = keys.get(id);
    return known == null && isBehind
        ? CompletableFuture.failedFuture(new KeysAway())
        : CompletableFuture.completedFuture(Optional.ofNullable(known));
  }

  private synchronized boolean isStale() {
    return !clock.instant().isBefore(staleFrom);
  }

  /** The fetch under way, or a new one if one is due; done at once when none is. Never fails. */
  private synchronized CompletionStage<Void> fetched() {
    if (fetch != null && !fetch.isDone()) {
      return fetch;
    }
    Instant now = clock.instant();
    if (now.isBefore(nextFetch)) {
      return CompletableFuture.completedFuture(null);
    }
    nextFetch = now.plus(config.betweenFetches());
    fetch =
        source
            .keySet()
            .thenApply(VerificationKeys::read)
            .thenAccept(this::keep)
            .exceptionally(this::failed)
            .toCompletableFuture();
    return fetch;
  }

  private synchronized void keep(Map<String, RSAPublicKey> fetched) {
    keys = fetched;
    isBehind = false;
    staleFrom = clock.instant().plus(config.keysFreshFor());
  }

  private @Nullable Void failed(Throwable failure) {
    isBehind = true;
    LOG.warnf("no keys from identity cause=%s", failure.getMessage());
    return null;
  }

  /** RSA keys that may sign; a set without any is an error, and the known keys stay. */
  private static Map<String, RSAPublicKey> read(String document) {
    Map<String, RSAPublicKey> found = new LinkedHashMap<>();
    try {
      for (JsonWebKey key : new JsonWebKeySet(document).getJsonWebKeys()) {
        boolean signs = key.getUse() == null || key.getUse().equals(Use.SIGNATURE);
        if (signs && key.getKeyId() != null && key.getKey() instanceof RSAPublicKey rsa) {
          found.put(key.getKeyId(), rsa);
        }
      }
    } catch (JoseException e) {
      throw new IllegalArgumentException("the answer is no key set", e);
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("the key set has no RSA key for signatures");
    }
    return Map.copyOf(found);
  }
}
