package com.nanospace.kit.security;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.token.AccessToken;
import com.nanospace.token.EndedSessions;
import com.nanospace.token.KeysAway;
import com.nanospace.token.TokenVerifier;
import com.nanospace.token.VerificationKeys;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.jwt.Claims;

/**
 * Turns the token of a request into its caller, by the rules of {@link TokenVerifier}. A token that
 * can't be checked is no bad token: the answer is 503, for the caller shall not sign in again.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends JWTCallerPrincipalFactory {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final TokenVerifier verifier;
  private final VerificationKeys keys;
  private final EndedSessions ended;

  VerifiedTokens(TokenVerifier verifier, VerificationKeys keys, EndedSessions ended) {
    this.verifier = verifier;
    this.keys = keys;
    this.ended = ended;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
    AccessToken valid =
        verifier
            .parse(token)
            .flatMap(claimed -> key(claimed.keyId()).flatMap(key -> verifier.verify(claimed, key)))
            .filter(candidate -> !ended.contains(candidate.sessionId()))
            .orElseThrow(() -> new ParseException("The access token does not count"));
    valid.claims().setClaim(Claims.raw_token.name(), token);
    return new DefaultJWTCallerPrincipal(TokenVerifier.TYPE, valid.claims());
  }

  /** Waits for a fetch of the keys, if one is needed; the fetch has a bound of its own. */
  private Optional<RSAPublicKey> key(String id) {
    try {
      return keys.find(id).toCompletableFuture().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof KeysAway) {
        throw new Refusal(CommonError.UNAVAILABLE, "Tokens can't be checked for the moment")
            .retryAfter(RETRY_AFTER);
      }
      throw e;
    }
  }
}
