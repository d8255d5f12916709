package com.nanospace.identity.session.api;

import com.nanospace.identity.session.Grant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * New tokens (RFC 6749 §5.1).
 *
 * @param expiresIn seconds until the access token expires
 */
@Schema(name = "Tokens")
public record TokenReply(
    String accessToken, String refreshToken, String tokenType, long expiresIn) {

  static TokenReply of(Grant grant) {
    return new TokenReply(
        grant.accessToken(),
        grant.refreshToken().text(),
        SignedInReply.TOKEN_TYPE,
        grant.expiresIn().toSeconds());
  }
}
