package com.nanospace.notification;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.lang.JoseException;

/** Codes encrypted as identity-service does it. */
public final class SealedCodes {

  private SealedCodes() {}

  public static String seal(String code, UUID otpId) {
    return sealText("{\"code\":\"%s\",\"otp_id\":\"%s\"}".formatted(code, otpId), "RSA-OAEP-256");
  }

  public static String sealText(String plaintext, String algorithm) {
    try {
      JsonWebEncryption encryption = new JsonWebEncryption();
      encryption.setAlgorithmHeaderValue(algorithm);
      encryption.setEncryptionMethodHeaderParameter("A256GCM");
      encryption.setKey(publicKey());
      encryption.setPlaintext(plaintext);
      return encryption.getCompactSerialization();
    } catch (JoseException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static PublicKey publicKey() throws GeneralSecurityException {
    byte[] encoded = Base64.getDecoder().decode(System.getProperty(OutsideWorld.OTP_PUBLIC_KEY));
    return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
  }
}
