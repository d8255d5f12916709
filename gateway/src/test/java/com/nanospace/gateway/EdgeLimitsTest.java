package com.nanospace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Few requests are allowed here, and a proxy on this machine says who the clients are. */
@QuarkusTest
@TestProfile(EdgeLimitsTest.FewRequests.class)
class EdgeLimitsTest extends GatewayTest {

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Test
  void tellsHowManyRequestsAreLeft() {
    read(someAddress())
        .statusCode(200)
        .header("RateLimit-Policy", equalTo("\"read-address\";q=5;w=3600"))
        .header("RateLimit", matchesPattern("\"read-address\";r=4;t=(719|720)"))
        .header("Retry-After", nullValue());
  }

  @Test
  void refusesAnAddressThatAsksTooOften() {
    String address = someAddress();
    for (int i = 0; i < 5; i++) {
      read(address).statusCode(200);
    }

    read(address)
        .statusCode(429)
        .contentType("application/problem+json")
        .body("code", equalTo("rate.limited"))
        .header("Retry-After", matchesPattern("719|720"))
        .header("RateLimit", matchesPattern("\"read-address\";r=0;t=(719|720)"));
    read(someAddress()).statusCode(200);
    property.verifyThat(6, anyRequestedFor(anyUrl()));
  }

  @Test
  void takesOneNetworkOfIpv6ForOneClient() {
    for (int i = 0; i < 5; i++) {
      read("2001:db8:1:2::" + i).statusCode(200);
    }

    read("2001:db8:1:2:ffff::1").statusCode(429);
    read("2001:db8:1:3::1").statusCode(200);
  }

  @Test
  void countsEachClassOfRequestsForItself() {
    String address = someAddress();
    for (String path : new String[] {"/api/auth/login", "/api/otp/send-sms"}) {
      call()
          .header("X-Forwarded-For", address)
          .post(path)
          .then()
          .statusCode(200)
          .header("RateLimit-Policy", equalTo("\"sign-in-address\";q=2;w=3600"));
    }

    call().header("X-Forwarded-For", address).post("/api/otp/verify").then().statusCode(429);
    call().header("X-Forwarded-For", address).post("/api/enquiries").then().statusCode(200);
    read(address).statusCode(200);
  }

  @Test
  void countsBadTokensAndUnknownPathsToo() {
    String address = someAddress();
    for (int i = 0; i < 5; i++) {
      call()
          .header("X-Forwarded-For", address)
          .header("Authorization", "Bearer x.y." + i)
          .get(i % 2 == 0 ? "/api/properties" : "/api/nothing/here")
          .then()
          .statusCode(i % 2 == 0 ? 401 : 404);
    }

    read(address).statusCode(429);
  }

  @Test
  void refusesAnAccountThatAsksTooOftenFromWherever() {
    String token = TOKENS.of("customer");
    for (int i = 0; i < 3; i++) {
      asAccount(token)
          .statusCode(200)
          .header(
              "RateLimit-Policy", equalTo("\"read-address\";q=5;w=3600, \"read-user\";q=3;w=3600"))
          .header(
              "RateLimit",
              matchesPattern("\"read-address\";r=4;t=\\d+, \"read-user\";r=\\d;t=\\d+"));
    }

    asAccount(token).statusCode(429).body("code", equalTo("rate.limited"));
    asAccount(TOKENS.of("customer")).statusCode(200);
  }

  @Test
  void countsRefusalsByClassAndScope() {
    String address = someAddress();
    double before = refused();
    for (int i = 0; i < 7; i++) {
      read(address);
    }

    assertThat(refused() - before).isEqualTo(2);
  }

  @Test
  void tellsServicesTheAddressThatTheProxySaw() {
    read("203.0.113.77").statusCode(200);

    assertThat(
            property
                .find(anyRequestedFor(anyUrl()))
                .getLast()
                .getHeaders()
                .getHeader("X-Forwarded-For")
                .values())
        .containsExactly("203.0.113.77");
  }

  private ValidatableResponse read(String address) {
    return call().header("X-Forwarded-For", address).get("/api/properties").then();
  }

  private ValidatableResponse asAccount(String token) {
    return call()
        .header("X-Forwarded-For", someAddress())
        .header("Authorization", "Bearer " + token)
        .get("/api/bookings/my-bookings")
        .then();
  }

  private double refused() {
    return given()
        .get(metrics)
        .asString()
        .lines()
        .filter(line -> line.startsWith("nanospace_gateway_limited_total{"))
        .filter(line -> line.contains("class=\"read\"") && line.contains("scope=\"address\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static String someAddress() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "198.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  /** Limits that a test can reach, and that do not come back while it runs. */
  public static class FewRequests implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "nanospace.server.trusted-proxies", "127.0.0.0/8,::1",
          "nanospace.limits.window", "1H",
          "nanospace.limits.per-address.read", "5",
          "nanospace.limits.per-address.sign-in", "2",
          "nanospace.limits.per-user.read", "3");
    }
  }
}
