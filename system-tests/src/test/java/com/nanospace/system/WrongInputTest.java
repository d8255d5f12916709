package com.nanospace.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bad input to every seed endpoint gets a clear error, and never a 5xx. */
@ExtendWith(RunningSuite.class)
class WrongInputTest {

  private static final String MISSING = "0199aaaa-0000-7000-8000-000000000000";

  private static Person owner;
  private static Person customer;
  private static Person admin;
  private static String property;

  /**
   * An endpoint that takes a body.
   *
   * @param wrong values for fields that must be refused by name
   */
  private record Endpoint(
      String method,
      String path,
      RequestSpecification caller,
      Map<String, Object> valid,
      Map<String, List<Object>> wrong) {

    Response send(Object body) {
      return caller.body(body).request(method, path);
    }
  }

  @BeforeAll
  static void people() {
    owner = Person.registeredAs("owner");
    customer = Person.registeredAs("customer");
    admin = Person.admin();
    property = Listings.create(owner, Listings.aCoworkingSpace());
  }

  @TestFactory
  Stream<DynamicTest> namesTheWrongField() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Endpoint endpoint : endpoints()) {
      endpoint
          .wrong()
          .forEach(
              (field, values) ->
                  values.forEach(
                      value ->
                          tests.add(
                              DynamicTest.dynamicTest(
                                  "%s %s %s=%s"
                                      .formatted(
                                          endpoint.method(), endpoint.path(), field, brief(value)),
                                  () -> refusesByName(endpoint, field, value)))));
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> survivesHostileBodies() {
    List<String> bodies =
        List.of(
            "",
            "null",
            "[]",
            "\"text\"",
            "12",
            "{",
            "{\"a\":}",
            "{\"email\":\"\\u0000\",\"name\":\"\\u0000\",\"identifier\":\"\\u0000\"}",
            "{\"email\":\"\\ud800\",\"name\":\"\\udc00x\",\"identifier\":\"\\ud800\"}",
            "{\"quantity\":1e400000000,\"price_per_day\":1e400000000,\"total_seats\":1e99}",
            "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
            "{\"name\":\"" + "x".repeat(3_000_000) + "\"}",
            "{\"full_name\":\"" + "अ".repeat(200_000) + "\"}");
    return endpoints().stream()
        .flatMap(
            endpoint ->
                bodies.stream()
                    .map(
                        body ->
                            DynamicTest.dynamicTest(
                                "%s %s %s"
                                    .formatted(endpoint.method(), endpoint.path(), brief(body)),
                                () ->
                                    assertThat(endpoint.send(body).statusCode()).isLessThan(500))));
  }

  @TestFactory
  Stream<DynamicTest> survivesEveryTypeInEveryField() {
    List<Object> values = new ArrayList<>();
    values.add(null);
    values.addAll(
        List.of(true, -1, 0.5, 1e300, "", " ", "x", List.of(), List.of(List.of()), Map.of("a", 1)));
    return endpoints().stream()
        .flatMap(
            endpoint ->
                endpoint.valid().keySet().stream()
                    .map(
                        field ->
                            DynamicTest.dynamicTest(
                                "%s %s %s".formatted(endpoint.method(), endpoint.path(), field),
                                () -> survives(endpoint, field, values))));
  }

  private static void survives(Endpoint endpoint, String field, List<Object> values) {
    for (Object value : values) {
      assertThat(endpoint.send(with(endpoint, field, value)).statusCode())
          .describedAs("%s=%s", field, value)
          .isLessThan(500);
    }
  }

  private static void refusesByName(Endpoint endpoint, String field, Object value) {
    Response response = endpoint.send(with(endpoint, field, value));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getList("errors.field", String.class))
        .anyMatch(name -> name.equals(field) || name.startsWith(field + "["));
  }

  private static Map<String, Object> with(Endpoint endpoint, String field, Object value) {
    Map<String, Object> body = new LinkedHashMap<>(endpoint.valid());
    body.put(field, value);
    return body;
  }

  private static List<Endpoint> endpoints() {
    String tooLong = "x".repeat(6000);
    List<Object> notText = List.of(7, true, List.of("a"), Map.of("a", "b"));
    List<Object> notNumber = List.of("many", true, List.of(1), Map.of());
    Map<String, Object> account =
        Map.of(
            "email",
            "a@example.org",
            "password",
            "short",
            "full_name",
            "A",
            "phone",
            "+919812345678");
    return List.of(
        new Endpoint(
            "POST",
            "/api/auth/register",
            Gateway.anyone(),
            account,
            Map.of(
                "email", plus(notText, "nobody", "a@b@c", tooLong + "@example.org"),
                "password", plus(notText, "1234567", "x".repeat(129)),
                "full_name", plus(notText, "", " ", "x".repeat(101), "a\u0000b"),
                "phone", plus(notText, "12", "phone", "+99999999999999999999"),
                "role", plus(notText, "king"))),
        new Endpoint(
            "POST",
            "/api/auth/login",
            Gateway.anyone(),
            Map.of("identifier", "nobody@example.org", "password", "wrong password"),
            Map.of("identifier", plus(notText, ""), "password", plus(notText, ""))),
        new Endpoint(
            "PUT",
            "/api/auth/update-profile",
            customer.asks(),
            Map.of("full_name", "Asha", "phone", customer.phone()),
            Map.of(
                "full_name", plus(notText, " ", "x".repeat(101)),
                "phone", plus(notText, "12", "phone"))),
        new Endpoint(
            "POST",
            "/api/otp/send-email",
            Gateway.anyone(),
            Map.of("email", "nobody@example.org"),
            Map.of("email", plus(notText, "", "nobody"))),
        new Endpoint(
            "POST",
            "/api/otp/send-sms",
            Gateway.anyone(),
            Map.of("phone", "+919812345678"),
            Map.of("phone", plus(notText, "", "12"))),
        new Endpoint(
            "POST",
            "/api/otp/verify",
            Gateway.anyone(),
            Map.of("identifier", "nobody@example.org", "otp", "123456"),
            Map.of("identifier", plus(notText, ""), "otp", plus(notText, "", "12", "abcdef"))),
        new Endpoint(
            "POST",
            "/api/otp/resend",
            Gateway.anyone(),
            Map.of("identifier", "nobody@example.org"),
            Map.of("identifier", plus(notText, ""))),
        new Endpoint(
            "POST", "/api/properties", owner.asks(), Listings.aCoworkingSpace(), wrongListing()),
        new Endpoint(
            "PUT",
            "/api/properties/" + property,
            owner.asks(),
            Map.of("description", "Still quiet"),
            wrongListing()),
        new Endpoint(
            "PUT",
            "/api/admin/properties/%s/reject".formatted(property),
            admin.asks(),
            Map.of("reason", "Too dark"),
            Map.of("reason", plus(notText, "", tooLong))),
        new Endpoint(
            "POST",
            "/api/bookings",
            customer.asks(),
            Map.of("property_id", MISSING, "booking_type", "day", "quantity", 1),
            Map.of(
                "property_id", plus(notText, "", "not-a-uuid"),
                "booking_type", plus(notText, "", "hourly"),
                "quantity", plus(notNumber, 0, 10_001, 1.5, 1e300),
                "start_date", List.of("tomorrow", 5, "2026-13-01", List.of()),
                "end_date", List.of("tomorrow", 5, "2026-02-30"),
                "total_amount", plus(notNumber, -1, 1.005),
                "customer_name", plus(notText, "x".repeat(101)),
                "customer_email", plus(notText, "nobody"),
                "customer_phone", plus(notText, "12"),
                "notes", plus(notText, tooLong))),
        new Endpoint(
            "POST",
            "/api/enquiries",
            Gateway.anyone(),
            Map.of("name", "Ravi", "email", "ravi@example.org"),
            Map.of(
                "name", plus(notText, "", "x".repeat(101)),
                "email", plus(notText, "", "nobody"),
                "phone", plus(notText, "12"),
                "message", plus(notText, tooLong),
                "property_id", plus(notText, "not-a-uuid"),
                "budget", plus(notNumber, -1),
                "seats_required", plus(notNumber, -1, 1.5),
                "move_in_date", List.of("soon", 5))));
  }

  private static Map<String, List<Object>> wrongListing() {
    List<Object> notText = List.of(7, true, List.of("a"), Map.of("a", "b"));
    List<Object> notPrice = List.of("cheap", true, -1, 1.005, 100_000_001, 1e300, List.of());
    List<Object> notCount = List.of("many", true, 0, -1, 1.5, 100_001, 1e300);
    Map<String, List<Object>> wrong = new LinkedHashMap<>();
    wrong.put("name", plus(notText, "", " ", "x".repeat(201), "a\u0000b"));
    wrong.put("type", plus(notText, "", "castle"));
    wrong.put("city", plus(notText, "", "x".repeat(101)));
    wrong.put("area", plus(notText, "x".repeat(101)));
    wrong.put("address", plus(notText, "", "x".repeat(501)));
    wrong.put("description", plus(notText, "x".repeat(5001)));
    wrong.put("latitude", List.of("north", 90.1, -91, true));
    wrong.put("longitude", List.of("east", 180.1, -181, true));
    wrong.put("price_per_seat", notPrice);
    wrong.put("price_per_cabin", notPrice);
    wrong.put("price_per_month", notPrice);
    wrong.put("price_per_day", notPrice);
    wrong.put("total_seats", notCount);
    wrong.put("total_cabins", notCount);
    wrong.put("amenities", List.of("wifi", 7, List.of(7), List.of("x".repeat(51))));
    wrong.put("images", List.of("a.png", 7, List.of(7), List.of("javascript:alert(1)")));
    return wrong;
  }

  private static List<Object> plus(List<Object> values, Object... more) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(List.of(more));
    return all;
  }

  private static String brief(Object value) {
    String text = String.valueOf(value).replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
