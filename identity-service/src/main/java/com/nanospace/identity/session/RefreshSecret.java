package com.nanospace.identity.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A refresh token as its holder has it: 256 bits, opaque, base64url. */
public final class RefreshSecret {

  static final int BYTES = 32;

  private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] secret;

  private RefreshSecret(byte[] secret) {
    this.secret = secret;
  }

  static RefreshSecret random() {
    return new RefreshSecret(randomBytes());
  }

  static byte[] randomBytes() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** Empty when the text can't be one. */
  public static Optional<RefreshSecret> parse(String text) {
    // The last of 43 characters carries 4 bits: refuse the spellings that differ in the other 2.
    return Optional.of(text)
        .filter(candidate -> SYNTAX.matcher(candidate).matches())
        .map(candidate -> new RefreshSecret(Base64.getUrlDecoder().decode(candidate)))
        .filter(parsed -> parsed.text().equals(text));
  }

  /** What the holder gets. */
  public String text() {
    return BASE64.encodeToString(secret);
  }

  /** What is stored of it. */
  String hash() {
    try {
      return BASE64.encodeToString(
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * The token that follows this one. Made of what only the holder has and a salt that only the
   * database has, it can be given out again although neither side has stored it, and neither side
   * can make it alone.
   */
  RefreshSecret child(byte[] salt) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return new RefreshSecret(mac.doFinal(salt));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
