package com.nanospace.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that somebody would like to be taken for identity's, after RFC 8725 and the literature on
 * attacks against JWT libraries. Some are signed with the real key, as if identity had a defect:
 * they show that the check does not rely on its being free of any.
 */
public final class ForgedTokens {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private static final String ISSUER = "https://nanospace.com";
  private static final String AUDIENCE = "nanospace";
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}";

  private final String kid;
  private final PrivateKey key;
  private final RSAPublicKey publicKey;
  private final KeyPair strangers;
  private final Instant now;
  private final Map<String, String> forged = new LinkedHashMap<>();

  private ForgedTokens(String kid, PrivateKey key, RSAPublicKey publicKey, Instant now) {
    this.kid = kid;
    this.key = key;
    this.publicKey = publicKey;
    this.now = now;
    this.strangers = newKeys();
  }

  /** Forgeries by what is wrong with them; none may be accepted by a verifier with that key. */
  public static Map<String, String> of(
      String kid, PrivateKey key, RSAPublicKey publicKey, Instant now) {
    ForgedTokens tokens = new ForgedTokens(kid, key, publicKey, now);
    tokens.otherAlgorithms();
    tokens.otherKeys();
    tokens.otherHeaders();
    tokens.otherClaims();
    tokens.otherForms();
    return Map.copyOf(tokens.forged);
  }

  /** What all of them imitate. */
  public static String genuine(String kid, PrivateKey key, Instant now) {
    return signed(HEADER.formatted(kid), claims(now), key);
  }

  private void otherAlgorithms() {
    for (String none : new String[] {"none", "None", "NONE", "nOnE", ""}) {
      String header = header("\"alg\":\"%s\"".formatted(none));
      forged.put("alg '%s', no signature".formatted(none), encoded(header) + part() + ".");
      forged.put(
          "alg '%s', the signature of RS256".formatted(none), signed(header, claims(now), key));
    }
    forged.put("no alg", signed("{\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(kid)));
    byte[] der = publicKey.getEncoded();
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    forged.put("HS256 with the public key as DER", hmac(der));
    forged.put("HS256 with the public key as PEM", hmac(pem.getBytes(StandardCharsets.US_ASCII)));
    forged.put("HS256 with the modulus", hmac(publicKey.getModulus().toByteArray()));
    forged.put("HS256 with one zero", hmac(new byte[1]));
    for (String alg : new String[] {"RS384", "RS512"}) {
      String header = header("\"alg\":\"%s\"".formatted(alg));
      String content = encoded(header) + part();
      forged.put(
          alg, content + "." + rsa(content, key, "SHA%swithRSA".formatted(alg.substring(2))));
    }
    String content = encoded(header("\"alg\":\"PS256\"")) + part();
    forged.put("PS256", content + "." + rsa(content, key, "RSASSA-PSS"));
    forged.put("RS1", signed(header("\"alg\":\"RS1\"")));
    forged.put("an algorithm in another spelling", signed(header("\"alg\":\"rs256\"")));
  }

  private void otherKeys() {
    String own = HEADER.formatted(kid);
    forged.put("signed by a stranger", signed(own, claims(now), strangers.getPrivate()));
    RSAPublicKey stranger = (RSAPublicKey) strangers.getPublic();
    String jwk =
        "\"jwk\":{\"kty\":\"RSA\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"AQAB\"}"
            .formatted(kid, encoded(stranger.getModulus().toByteArray()));
    String certificate = Base64.getEncoder().encodeToString(stranger.getEncoded());
    Map<String, String> brought = new LinkedHashMap<>();
    brought.put("jwk", jwk);
    brought.put("jku", "\"jku\":\"http://127.0.0.1:9/jwks.json\"");
    brought.put("x5u", "\"x5u\":\"http://127.0.0.1:9/key.pem\"");
    brought.put("x5c", "\"x5c\":[\"%s\"]".formatted(certificate));
    brought.put("x5t", "\"x5t\":\"AAAA\"");
    brought.forEach(
        (name, member) -> {
          String header = header("\"alg\":\"RS256\"," + member);
          forged.put("brings a " + name, signed(header, claims(now), strangers.getPrivate()));
          forged.put("signed by us, with a " + name, signed(header));
        });
    for (String other :
        new String[] {
          "unknown", "", " ", "../../../dev/null", "/dev/null", "' or '1'='1", "*", "a\\u0000b",
        }) {
      forged.put(
          "kid '%s'".formatted(other),
          signed("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(other)));
    }
    forged.put("no kid", signed("{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}"));
    forged.put("a kid that is a number", headerWithKid("7"));
    forged.put("a kid that is a list", headerWithKid("[\"%s\"]".formatted(kid)));
    forged.put("a kid that is an object", headerWithKid("{\"a\":\"%s\"}".formatted(kid)));
  }

  private void otherHeaders() {
    String rest = "\"alg\":\"RS256\",\"kid\":\"%s\"".formatted(kid);
    forged.put("no typ", signed("{" + rest + "}"));
    for (String typ : new String[] {"JWT", "jwt", "refresh+jwt", "logout+jwt", "at+JWT", ""}) {
      forged.put("typ '%s'".formatted(typ), signed("{%s,\"typ\":\"%s\"}".formatted(rest, typ)));
    }
    forged.put(
        "a critical extension", signed(header("\"alg\":\"RS256\",\"crit\":[\"x\"],\"x\":1")));
    forged.put(
        "an unencoded payload",
        signed(header("\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false")));
    forged.put("a compressed payload", signed(header("\"alg\":\"RS256\",\"zip\":\"DEF\"")));
    forged.put("two algs, the first none", signed(header("\"alg\":\"none\",\"alg\":\"RS256\"")));
    forged.put("two kids", signed(header("\"alg\":\"RS256\",\"kid\":\"another\"")));
    forged.put("a header without commas", signed(HEADER.formatted(kid).replace(",", "")));
    forged.put("a header with an end too many", signed(HEADER.formatted(kid) + "}"));
    forged.put("a header that is a list", signed("[]"));
    forged.put("a header that is null", signed("null"));
    forged.put("a header that is deep", signed("[".repeat(500)));
  }

  private void otherClaims() {
    with("another issuer", "iss", "\"https://evil.example\"");
    with("an issuer with a slash", "iss", "\"https://nanospace.com/\"");
    with("an issuer in capitals", "iss", "\"HTTPS://NANOSPACE.COM\"");
    with("issuers", "iss", "[\"https://nanospace.com\"]");
    with("another audience", "aud", "\"other\"");
    with("an empty audience", "aud", "[]");
    with("an audience that begins like ours", "aud", "\"nanospace-admin\"");
    for (String claim : new String[] {"iss", "aud", "sub", "sid", "jti", "iat", "exp", "groups"}) {
      with("no " + claim, claim, null);
    }
    long seconds = now.getEpochSecond();
    with("expired a minute ago", "exp", String.valueOf(seconds - 60));
    with("expired in 1970", "exp", "0");
    with("an expiry before 1970", "exp", "-1");
    with("an expiry that is text", "exp", "\"tomorrow\"");
    with("an expiry in ten years", "exp", String.valueOf(seconds + 315_360_000));
    with("an expiry beyond all numbers", "exp", "1e400");
    with("issued in an hour", "iat", String.valueOf(seconds + 3_600));
    with("issued a year ago", "iat", String.valueOf(seconds - 31_536_000));
    with("not yet valid", "nbf", String.valueOf(seconds + 3_600));
    with("a subject that is no id", "sub", "\"admin\"");
    with("a subject that is a number", "sub", "1");
    with("a session that is no id", "sid", "\"x\"");
    with("a session that is a number", "sid", "7");
    with("groups that are a text", "groups", "\"admin\"");
    with("groups that are numbers", "groups", "[1]");
    String doubled = claims(now);
    forged.put(
        "two subjects",
        signedClaims(doubled.replaceFirst("\\{", "{\"sub\":\"%s\",".formatted(UUID.randomUUID()))));
    forged.put("two groups", signedClaims(doubled.replaceFirst("\\{", "{\"groups\":[\"admin\"],")));
    forged.put("two expiries", signedClaims(doubled.replaceFirst("\\{", "{\"exp\":99999999999,")));
    forged.put("claims that are a list", signedClaims("[]"));
    forged.put("claims that are null", signedClaims("null"));
    forged.put("claims that are no JSON", signedClaims("x"));
    forged.put("claims without end", signedClaims(doubled.substring(0, doubled.length() - 1)));
    forged.put("claims that are deep", signedClaims("{\"a\":".repeat(300)));
  }

  private void otherForms() {
    String genuine = genuine(kid, key, now);
    String[] parts = genuine.split("\\.");
    String admin = claims(now).replace("customer", "admin");
    forged.put("claims altered", parts[0] + "." + encoded(admin) + "." + parts[2]);
    forged.put("no signature", parts[0] + "." + parts[1] + ".");
    forged.put("no signature and no dot", parts[0] + "." + parts[1]);
    forged.put("no header", "." + parts[1] + "." + parts[2]);
    forged.put("no claims", parts[0] + ".." + parts[2]);
    forged.put("the end cut off", genuine.substring(0, genuine.length() - 1));
    forged.put("half", genuine.substring(0, genuine.length() / 2));
    forged.put("a letter more", genuine + "A");
    forged.put("another last letter", withAnotherLastLetter(genuine));
    forged.put("padded", genuine + "==");
    forged.put("a part more", genuine + "." + parts[2]);
    forged.put("five parts", genuine + ".." + parts[2]);
    forged.put("the signature of other claims", parts[0] + "." + encoded("{}") + "." + parts[2]);
    forged.put("a signature of zeros", parts[0] + "." + parts[1] + "." + encoded(new byte[256]));
    byte[] bytes = Base64.getUrlDecoder().decode(parts[2]);
    bytes[bytes.length - 1] ^= 1;
    forged.put("one bit of the signature", parts[0] + "." + parts[1] + "." + encoded(bytes));
    forged.put("the header twice", parts[0] + "." + parts[0] + "." + parts[2]);
    forged.put(
        "as JSON",
        encoded(
            "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\"}"
                .formatted(parts[1], parts[0], parts[2])));
    forged.put("too long", genuine + "A".repeat(5_000));
  }

  private void with(String what, String claim, String value) {
    String claims =
        claims(now).replaceFirst(",?\"%s\":(\"[^\"]*\"|\\[[^]]*]|\\d+)".formatted(claim), "");
    String spoilt =
        value == null
            ? claims
            : claims.substring(0, claims.length() - 1) + ",\"%s\":%s}".formatted(claim, value);
    forged.put(what, signedClaims(spoilt.replace("{,", "{")));
  }

  private static String claims(Instant now) {
    return ("{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"%s\",\"sid\":\"%s\",\"jti\":\"%s\","
            + "\"groups\":[\"customer\"],\"iat\":%d,\"exp\":%d}")
        .formatted(
            ISSUER,
            AUDIENCE,
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            now.getEpochSecond(),
            now.getEpochSecond() + 600);
  }

  private String header(String members) {
    return "{%s,\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(members, kid);
  }

  private String headerWithKid(String value) {
    return signed("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":%s}".formatted(value));
  }

  private String part() {
    return "." + encoded(claims(now));
  }

  private String signed(String header) {
    return signed(header, claims(now), key);
  }

  private String signedClaims(String claims) {
    return signed(HEADER.formatted(kid), claims, key);
  }

  private static String signed(String header, String claims, PrivateKey key) {
    String content = encoded(header) + "." + encoded(claims);
    return content + "." + rsa(content, key, "SHA256withRSA");
  }

  private static String rsa(String content, PrivateKey key, String algorithm) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      if (algorithm.equals("RSASSA-PSS")) {
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String hmac(byte[] secret) {
    String content = encoded(header("\"alg\":\"HS256\"")) + part();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Arrays.copyOf(secret, secret.length), "HmacSHA256"));
      return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of 2048 bits, the last letter of a signature has four that decoders ignore. */
  private static String withAnotherLastLetter(String token) {
    char last = token.charAt(token.length() - 1);
    int next = (LETTERS.indexOf(last) + 1) % LETTERS.length();
    return token.substring(0, token.length() - 1) + LETTERS.charAt(next);
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
