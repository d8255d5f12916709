package com.nanospace.identity.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.UUID;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Verifies access tokens with the keys at hand, where other services fetch them over HTTP. */
@Alternative
@Priority(1)
@ApplicationScoped
class OwnTokens extends JWTCallerPrincipalFactory {

  private final DefaultJWTTokenParser parser;

  OwnTokens(SigningKeys keys) {
    this.parser = new OwnKeysParser(keys);
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
    JwtContext parsed = parser.parse(token, rules);
    String type = parsed.getJoseObjects().getFirst().getHeader("typ");
    if (!AccessTokens.TYPE.equals(type)) {
      throw new ParseException("The token is no access token");
    }
    JwtClaims claims = parsed.getJwtClaims();
    requireId(claims, Claims.sub.name());
    requireId(claims, "sid");
    claims.setClaim(Claims.raw_token.name(), token);
    return new DefaultJWTCallerPrincipal(type, claims);
  }

  private static void requireId(JwtClaims claims, String name) throws ParseException {
    try {
      UUID.fromString(String.valueOf(claims.getClaimValue(name)));
    } catch (IllegalArgumentException e) {
      throw new ParseException("The token's %s is no UUID".formatted(name), e);
    }
  }

  private static final class OwnKeysParser extends DefaultJWTTokenParser {

    private final SigningKeys keys;

    OwnKeysParser(SigningKeys keys) {
      this.keys = keys;
    }

    @Override
    protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo rules) {
      return (jws, nesting) -> {
        String kid = jws.getKeyIdHeaderValue();
        return keys.byId(kid == null ? "" : kid)
            .orElseThrow(() -> new UnresolvableKeyException("No key of ours has that kid"))
            .publicKey();
      };
    }
  }
}
