package com.nanospace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.nanospace.token.EndedSessions;
import com.nanospace.token.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens on their way through; what makes one valid is in TokenVerifierTest. */
@QuarkusTest
class EdgeAuthenticationTest extends GatewayTest {

  @Inject EndedSessions ended;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer x",
        "bearer x.y.z",
        "Bearer a b",
        "Bearer ...",
        "Bearer eyJhbGciOiJub25lIn0.e30.",
        "Bearer \u00fc",
        "Bearer x, Bearer y",
        "Bearer\tx",
      })
  void refusesWhatIsNoTokenAlsoWhereNoneIsNeeded(String authorization) {
    for (String path : new String[] {"/api/properties", "/api/bookings/1", "/api/admin/stats"}) {
      String reply = raw().get(path, "Authorization: " + authorization);

      assertThat(reply)
          .startsWith("HTTP/1.1 401")
          .containsIgnoringCase("www-authenticate: Bearer error=\"invalid_token\"")
          .contains("auth.required");
    }
    assertThat(property.find(anyRequestedFor(anyUrl()))).isEmpty();
  }

  @Test
  void refusesAnExpiredToken() {
    JwtClaims claims = TestTokens.claims("customer");
    claims.setExpirationTimeMinutesInTheFuture(-1);

    call()
        .header("Authorization", "Bearer " + TOKENS.sign(claims))
        .get("/api/properties")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("invalid_token"));
  }

  @Test
  void refusesTheTokensOfASessionAsSoonAsItIsKnownToHaveEnded() throws Exception {
    JwtClaims claims = TestTokens.claims("customer");
    String token = TOKENS.sign(claims);
    String path = "/api/bookings/my-bookings";
    call().header("Authorization", "Bearer " + token).get(path).then().statusCode(200);

    ended.add(UUID.fromString(claims.getStringClaimValue("sid")));

    call()
        .header("Authorization", "Bearer " + token)
        .get(path)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("invalid_token"));
  }

  @Test
  void refusesSeveralCredentials() {
    String token = TOKENS.of("customer");

    String reply =
        raw()
            .get(
                "/api/bookings/1",
                "Authorization: Bearer " + token,
                "Authorization: Bearer " + token);

    assertThat(reply).startsWith("HTTP/1.1 401");
  }

  @Test
  void passesARefreshTokenOnWithoutLookingAtIt() {
    call()
        .header("Authorization", "Bearer opaque-refresh-token")
        .post("/api/auth/refresh")
        .then()
        .statusCode(200)
        .body("service", equalTo("identity"));

    assertThat(identity.find(anyRequestedFor(anyUrl())).getLast().getHeader("Authorization"))
        .isEqualTo("Bearer opaque-refresh-token");
  }

  @Test
  void lookingAtTheSameTokenAgainGivesTheSameAnswer() {
    String token = TOKENS.of("customer");

    for (int i = 0; i < 3; i++) {
      call()
          .header("Authorization", "Bearer " + token)
          .get("/api/bookings/my-bookings")
          .then()
          .statusCode(200);
    }
  }
}
