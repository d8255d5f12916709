package com.nanospace.gateway.auth;

import com.nanospace.gateway.edge.Contexts;
import com.nanospace.gateway.edge.Refusal;
import com.nanospace.gateway.proxy.Questions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
public class SigningKeys {

  private static final Logger LOG = Logger.getLogger(SigningKeys.class);

  private final Vertx vertx;
  private final Questions questions;
  private final TokenConfig tokens;
  private final EdgeConfig config;
  private final Clock clock;

  private volatile Map<String, RSAPublicKey> keys = Map.of();
  private @Nullable Future<Void> fetch;
  private Instant nextFetch = Instant.MIN;
  private Instant staleFrom = Instant.MIN;

  SigningKeys(
      Vertx vertx, Questions questions, TokenConfig tokens, EdgeConfig config, Clock clock) {
    this.vertx = vertx;
    this.questions = questions;
    this.tokens = tokens;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The key of this id, or nothing when identity has none of this id. Fails with a {@link Refusal}
   * when no key is known at all.
   */
  public Future<Optional<RSAPublicKey>> find(String id) {
    RSAPublicKey known = keys.get(id);
    if (known != null) {
      if (isStale()) {
        fetched();
      }
      return Future.succeededFuture(Optional.of(known));
    }
    return Contexts.onThis(vertx, fetched()).transform(done -> keyOrRefusal(id));
  }

  /** Whether a token that was verified by the key of this id may still be relied on. */
  boolean knows(String id) {
    return keys.containsKey(id);
  }

  private Future<Optional<RSAPublicKey>> keyOrRefusal(String id) {
    Map<String, RSAPublicKey> known = keys;
    return known.isEmpty()
        ? Future.failedFuture(
            Refusal.unavailable("Tokens can't be checked for the moment; please try again."))
        : Future.succeededFuture(Optional.ofNullable(known.get(id)));
  }

  private synchronized boolean isStale() {
    return !clock.instant().isBefore(staleFrom);
  }

  /** The fetch under way, or a new one if one is due; done at once when none is. */
  private synchronized Future<Void> fetched() {
    if (fetch != null && !fetch.isComplete()) {
      return fetch;
    }
    Instant now = clock.instant();
    if (now.isBefore(nextFetch)) {
      return Future.succeededFuture();
    }
    nextFetch = now.plus(config.betweenFetches());
    fetch =
        questions
            .ask(
                new RequestOptions().setAbsoluteURI(tokens.keySet().toString()),
                config.fetchTimeout())
            .map(answer -> read(answer.text()))
            .onSuccess(this::keep)
            .onFailure(failure -> LOG.warnf("no keys from identity cause=%s", failure.getMessage()))
            .mapEmpty();
    return fetch;
  }

  private synchronized void keep(Map<String, RSAPublicKey> fetched) {
    keys = fetched;
    staleFrom = clock.instant().plus(config.keysFreshFor());
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
