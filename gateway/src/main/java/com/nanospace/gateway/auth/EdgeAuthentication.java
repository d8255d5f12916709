package com.nanospace.gateway.auth;

import com.nanospace.gateway.edge.Contexts;
import com.nanospace.gateway.edge.GatewayError;
import com.nanospace.gateway.edge.Refusal;
import com.nanospace.gateway.routing.TokenPolicy;
import com.nanospace.token.ClaimedToken;
import com.nanospace.token.EndedSessions;
import com.nanospace.token.KeysAway;
import com.nanospace.token.TokenVerifier;
import com.nanospace.token.VerificationKeys;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first wall: no request with a bad token gets through, nor one without a token where one is
 * needed. The services check again and decide what the caller may do.
 */
@Singleton
public class EdgeAuthentication {

  private static final Pattern BEARER =
      Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*) *", Pattern.CASE_INSENSITIVE);
  private static final Pattern BEARER_SCHEME =
      Pattern.compile("Bearer\\b.*", Pattern.CASE_INSENSITIVE);

  private final Vertx vertx;
  private final TokenVerifier verifier;
  private final TokenCache cache;
  private final VerificationKeys keys;
  private final EndedSessions ended;

  EdgeAuthentication(
      Vertx vertx,
      TokenVerifier verifier,
      TokenCache cache,
      VerificationKeys keys,
      EndedSessions ended) {
    this.vertx = vertx;
    this.verifier = verifier;
    this.cache = cache;
    this.keys = keys;
    this.ended = ended;
  }

  /**
   * The caller, or nothing for a request without a token where none is needed. Fails with a {@link
   * Refusal}: 401 for a bad or missing token, 503 when tokens can't be checked.
   */
  public Future<Optional<Caller>> authenticate(HttpServerRequest request, TokenPolicy policy) {
    if (policy == TokenPolicy.OPAQUE) {
      return Future.succeededFuture(Optional.empty());
    }
    List<String> credentials = request.headers().getAll(HttpHeaders.AUTHORIZATION);
    if (credentials.size() > 1) {
      return Future.failedFuture(invalid());
    }
    if (credentials.isEmpty() || !BEARER_SCHEME.matcher(credentials.getFirst()).matches()) {
      return policy.requires(request.method())
          ? Future.failedFuture(missing())
          : Future.succeededFuture(Optional.empty());
    }
    Matcher bearer = BEARER.matcher(credentials.getFirst());
    return bearer.matches()
        ? holderOf(bearer.group(1)).map(Optional::of)
        : Future.failedFuture(invalid());
  }

  private Future<Caller> holderOf(String token) {
    Optional<Caller> known = cache.find(token);
    if (known.isPresent()) {
      return Future.succeededFuture(known.get());
    }
    Optional<ClaimedToken> claimed = verifier.parse(token);
    if (claimed.isEmpty()) {
      return Future.failedFuture(invalid());
    }
    return key(claimed.get().keyId())
        .recover(EdgeAuthentication::unchecked)
        .map(
            key -> {
              Caller caller =
                  key.flatMap(k -> verifier.verify(claimed.get(), k))
                      .map(Caller::of)
                      .filter(holder -> !ended.contains(holder.sessionId()))
                      .orElseThrow(EdgeAuthentication::invalid);
              cache.remember(token, claimed.get().keyId(), caller);
              return caller;
            });
  }

  /** Known keys are there at once; a fetch that many wait for comes back to each event loop. */
  private Future<Optional<RSAPublicKey>> key(String id) {
    CompletableFuture<Optional<RSAPublicKey>> key = keys.find(id).toCompletableFuture();
    Future<Optional<RSAPublicKey>> found = Future.fromCompletionStage(key);
    return key.isDone() ? found : Contexts.onThis(vertx, found);
  }

  /** A stage wraps what it fails with once it has passed it on. */
  private static <T> Future<T> unchecked(Throwable failure) {
    return Future.failedFuture(
        failure instanceof KeysAway || failure.getCause() instanceof KeysAway
            ? Refusal.unavailable("Tokens can't be checked for the moment; please try again.")
            : failure);
  }

  private static Refusal missing() {
    return new Refusal(GatewayError.AUTH_REQUIRED, "Please sign in first.")
        .with(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
  }

  /** RFC 6750 §3.1; what exactly is wrong with a token helps nobody but its forger. */
  private static Refusal invalid() {
    return new Refusal(GatewayError.AUTH_REQUIRED, "The access token is not valid or has expired.")
        .with(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
  }
}
