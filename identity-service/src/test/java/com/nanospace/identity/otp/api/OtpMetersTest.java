package com.nanospace.identity.otp.api;

import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.withPhone;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.identity.Codes;
import com.nanospace.identity.People.Person;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OtpMetersTest {

  @Inject MeterRegistry registry;

  @Test
  void countsCodesSentAndCodesThatCameBackByCountry() {
    Person person = withPhone();
    String phone = String.valueOf(person.phone());
    double sentBefore = counted("nanospace.otp.sent");
    double verifiedBefore = counted("nanospace.otp.verified");

    json().body(Map.of("phone", phone)).post("/api/otp/send-sms").then().statusCode(200);
    json().body(Map.of("phone", "+919999999999")).post("/api/otp/send-sms").then().statusCode(200);
    verify(phone, "000000x").then().statusCode(400);
    verify(phone, Codes.lastOf(1, phone)).then().statusCode(200);

    assertThat(counted("nanospace.otp.sent") - sentBefore).isEqualTo(1);
    assertThat(counted("nanospace.otp.verified") - verifiedBefore).isEqualTo(1);
  }

  private static Response verify(String phone, String code) {
    return json().body(Map.of("identifier", phone, "otp", code)).post("/api/otp/verify");
  }

  private double counted(String name) {
    Counter counter = registry.find(name).tags("channel", "sms", "prefix", "+91").counter();
    return counter == null ? 0 : counter.count();
  }
}
