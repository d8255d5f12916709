package com.nanospace.identity.token;

import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.Problems.assertRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.COLLECTION;

import com.nanospace.identity.People.Person;
import com.nanospace.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Access tokens that we issue, and those that others would like us to take for ours. */
@QuarkusTest
class AccessTokensTest {

  @Inject SigningKeys keys;

  @Test
  void issuesTokensThatAnybodyCanVerifyByThePublishedKeys() throws Exception {
    Person person = customer();
    String keySet =
        given()
            .get("/.well-known/jwks.json")
            .then()
            .statusCode(200)
            .header("Cache-Control", "public, max-age=300")
            .extract()
            .asString();

    var token =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(
                new JwksVerificationKeyResolver(new JsonWebKeySet(keySet).getJsonWebKeys()))
            .setExpectedIssuer("https://nanospace.com")
            .setExpectedAudience("nanospace")
            .setExpectedType(true, "at+jwt")
            .setRequireExpirationTime()
            .setRequireIssuedAt()
            .build()
            .process(person.accessToken());

    JwtClaims claims = token.getJwtClaims();
    assertThat(claims.getSubject()).isEqualTo(person.id().toString());
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("customer");
    assertThat(claims.getStringClaimValue("sid")).isNotBlank();
    assertThat(claims.getJwtId()).isNotBlank();
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(900);
    assertThat(token.getJoseObjects().getFirst().getAlgorithmHeaderValue()).isEqualTo("RS256");
  }

  @Test
  void publishesNoPrivateKey() {
    JsonPath keySet = given().get("/.well-known/jwks.json").jsonPath();

    assertThat(keySet.getList("keys")).isNotEmpty();
    assertThat(keySet.getMap("keys[0]").keySet())
        .asInstanceOf(COLLECTION)
        .containsExactlyInAnyOrder("kty", "kid", "use", "alg", "n", "e");
  }

  @Test
  void refusesAKeyOfSomebodyElse() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    PrivateKey stranger = generator.generateKeyPair().getPrivate();

    assertForged(forge(jws -> jws.setKey(stranger)));
    assertRefused(
        given().auth().oauth2(TestTokens.admin(UUID.randomUUID())).get("/api/admin/users"),
        401,
        "auth.required");
  }

  @Test
  void refusesOtherAlgorithms() throws Exception {
    assertForged(forge(jws -> jws.setAlgorithmHeaderValue("RS512")));
    assertForged(forge(jws -> jws.setAlgorithmHeaderValue("PS256")));
    byte[] publicKey = keys.current().publicKey().getEncoded();
    assertForged(
        forge(
            jws -> {
              jws.setAlgorithmHeaderValue("HS256");
              jws.setKey(new HmacKey(publicKey));
            }));
  }

  @Test
  void refusesUnsignedTokens() {
    String[] parts = customer().accessToken().split("\\.");
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                "{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes(StandardCharsets.UTF_8));

    assertForged(header + "." + parts[1] + ".");
    assertForged(parts[0] + "." + parts[1] + ".");
    assertForged(parts[0] + "." + parts[1]);
  }

  @Test
  void refusesHeadersThatBringTheirOwnKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var pair = generator.generateKeyPair();
    PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());

    assertForged(
        forge(
            jws -> {
              jws.setKey(pair.getPrivate());
              jws.getHeaders().setJwkHeaderValue("jwk", jwk);
            }));
    assertForged(
        forge(
            jws -> {
              jws.setKey(pair.getPrivate());
              jws.setHeader("jku", "https://example.com/jwks.json");
              jws.setKeyIdHeaderValue("../../dev/null");
            }));
  }

  @Test
  void refusesOtherTypesIssuersAudiencesAndTimes() throws Exception {
    assertForged(forge(jws -> jws.setHeader("typ", "JWT")));
    assertForged(forge(jws -> jws.setKeyIdHeaderValue(null)));
    for (Consumer<JwtClaims> change :
        List.<Consumer<JwtClaims>>of(
            claims -> claims.setIssuer("https://example.com"),
            claims -> claims.setAudience("other"),
            claims -> claims.unsetClaim("aud"),
            claims -> claims.unsetClaim("iss"),
            claims -> claims.unsetClaim("exp"),
            claims -> claims.unsetClaim("sid"),
            claims -> claims.setStringClaim("sid", "nonsense"),
            claims -> claims.setExpirationTime(NumericDate.fromSeconds(1_700_000_000)),
            claims ->
                claims.setNotBefore(
                    NumericDate.fromSeconds(NumericDate.now().getValue() + 3600)))) {
      assertForged(forge(jws -> {}, change));
    }
  }

  @Test
  void acceptsTheForgersTokenWhenNothingIsForged() throws Exception {
    given().auth().oauth2(forge(jws -> {})).get("/api/auth/me").then().statusCode(200);
  }

  @Test
  void refusesEveryTokenWithOneCharacterChanged() {
    String token = customer().accessToken();
    int signature = token.lastIndexOf('.');
    for (int at : new int[] {5, signature / 2, signature + 1, token.length() - 20}) {
      char[] changed = token.toCharArray();
      changed[at] = changed[at] == 'A' ? 'B' : 'A';
      assertForged(new String(changed));
    }
    assertForged(Arrays.toString(token.split("\\.")));
  }

  private String forge(Consumer<JsonWebSignature> header) throws Exception {
    return forge(header, claims -> {});
  }

  /** A token like one of ours, signed with our key, but for what is changed. */
  private String forge(Consumer<JsonWebSignature> header, Consumer<JwtClaims> change)
      throws Exception {
    String payload =
        new String(
            Base64.getUrlDecoder().decode(customer().accessToken().split("\\.")[1]),
            StandardCharsets.UTF_8);
    JwtClaims claims = JwtClaims.parse(payload);
    change.accept(claims);
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue("RS256");
    jws.setKeyIdHeaderValue(keys.current().kid());
    jws.setHeader("typ", "at+jwt");
    jws.setKey(keys.current().privateKey());
    jws.setPayload(claims.toJson());
    header.accept(jws);
    return sign(jws);
  }

  private static String sign(JsonWebSignature jws) throws JoseException {
    return jws.getCompactSerialization();
  }

  private static void assertForged(String token) {
    assertRefused(given().auth().oauth2(token).get("/api/auth/me"), 401, "auth.required");
  }
}
