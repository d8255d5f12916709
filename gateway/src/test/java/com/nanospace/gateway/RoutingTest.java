package com.nanospace.gateway;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RoutingTest extends GatewayTest {

  @ParameterizedTest
  @CsvSource({
    "/api/properties, property",
    "/api/properties/, property",
    "/api/properties/018f-1, property",
    "/api/properties/018f-1/availability, booking",
    "/api/uploads/a.png, property",
    "/.well-known/jwks.json, identity",
    "/api/auth/login, identity",
    "/api/otp/verify, identity",
    "/api/bookings/quote, booking",
    "/api/enquiries, booking",
  })
  void leadsToTheServiceThatOwnsThePath(String path, String service) {
    if (path.contains("jwks")) {
      call().get(path).then().statusCode(200).body("keys.size()", equalTo(1));
    } else {
      call().get(path).then().statusCode(200).body("service", equalTo(service));
    }
  }
}
