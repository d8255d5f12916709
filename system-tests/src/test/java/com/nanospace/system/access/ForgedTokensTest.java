package com.nanospace.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import com.nanospace.token.ForgedTokens;
import io.restassured.response.Response;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody gets in with a token that identity-service did not issue, at no door. */
@ExtendWith(RunningSuite.class)
class ForgedTokensTest {

  private static SigningKey key;

  @BeforeAll
  static void readTheRealKey() throws IOException, GeneralSecurityException {
    key = SigningKey.ofTheSuite();
  }

  @Test
  void noForgedTokenOpensADoor() {
    Map<String, String> forgeries =
        ForgedTokens.of(key.kid(), key.privateKey(), key.publicKey(), Instant.now());

    Doors.all().entrySet().parallelStream()
        .forEach(
            door ->
                forgeries.forEach(
                    (forgery, token) -> {
                      Response reply = Doors.knock(door.getValue(), token);
                      assertThat(reply.statusCode())
                          .as("%s at %s", forgery, door.getKey())
                          .isEqualTo(401);
                      assertThat(reply.jsonPath().getString("code")).isEqualTo("auth.required");
                    }));
  }

  /** Whose session does not exist: identity-service knows that, the others believe the key. */
  @Test
  void theTokenThatTheyImitateOpensThem() {
    String genuine = ForgedTokens.genuine(key.kid(), key.privateKey(), Instant.now());

    Doors.all()
        .forEach(
            (name, door) ->
                assertThat(Doors.knock(door, genuine).statusCode())
                    .as(name)
                    .isEqualTo(
                        name.endsWith("identity") ? 401 : name.endsWith("property") ? 403 : 200));
  }

  @Test
  void aRefreshTokenIsNoAccessTokenNorTheOtherWayRound() {
    Person person = Person.registeredAs("customer");

    Doors.all()
        .forEach(
            (name, door) ->
                assertThat(Doors.knock(door, person.refreshToken()).statusCode())
                    .as(name)
                    .isEqualTo(401));
    person.asksWithoutBody().post("/api/auth/refresh").then().statusCode(401);
  }
}
