package com.nanospace.identity.session.api;

import com.nanospace.identity.account.api.UserView;
import com.nanospace.identity.session.Grant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The account and its first tokens.
 *
 * @param expiresIn seconds until the access token expires
 */
@Schema(name = "SignedIn")
public record SignedInReply(
    String message,
    UserView user,
    String accessToken,
    String refreshToken,
    String tokenType,
    long expiresIn) {

  static final String TOKEN_TYPE = "Bearer";

  public static SignedInReply of(String message, Grant grant) {
    return new SignedInReply(
        message,
        UserView.of(grant.account()),
        grant.accessToken(),
        grant.refreshToken().text(),
        TOKEN_TYPE,
        grant.expiresIn().toSeconds());
  }
}
