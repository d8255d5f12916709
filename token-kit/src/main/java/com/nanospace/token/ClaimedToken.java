package com.nanospace.token;

/**
 * A token that has the form of ours, of which nothing is proven yet; only {@link TokenVerifier}
 * makes one.
 */
public final class ClaimedToken {

  private final String text;
  private final String keyId;

  ClaimedToken(String text, String keyId) {
    this.text = text;
    this.keyId = keyId;
  }

  /** The id of the key that it claims to be signed with. */
  public String keyId() {
    return keyId;
  }

  String text() {
    return text;
  }
}
