package com.nanospace.property.listing.api;

import static com.nanospace.property.PropertyClient.form;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.property.PropertyClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No body, however strange, is answered with a 5xx. */
@QuarkusTest
class JsonFuzzTest {

  private static final List<String> FIELDS =
      List.of(
          ("name type description city area address latitude longitude price_per_seat"
                  + " price_per_cabin price_per_month price_per_day price period currency amenities"
                  + " images total_seats total_cabins available_seats time_zone reason")
              .split(" "));

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-0.0",
          "-1",
          "1.5",
          "1e400000000",
          "-1e-400000000",
          "9".repeat(900),
          "99999999999999999999",
          "2147483648",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"1e400000000\"",
          "\"1e-400000000\"",
          "\"0x10\"",
          "\"NaN\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"😀\"",
          "\"%_\\\\\"",
          "\"'; drop table listing; --\"",
          "[]",
          "[null]",
          "[[]]",
          "[1, \"a\"]",
          "[\"a\", \"a\"]",
          "{}",
          "{\"a\": null}",
          "[".repeat(80) + "]".repeat(80),
          "{\"a\":".repeat(500) + "1" + "}".repeat(500),
          "\"" + "y".repeat(300_000) + "\"",
          "\"unclosed",
          "nul");

  @Inject ObjectMapper json;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final PropertyClient owner = PropertyClient.owner();
  private final PropertyClient admin = PropertyClient.admin();

  @Test
  void strangeBodiesAreRefusedOrTaken() throws Exception {
    System.out.println("strangeBodiesAreRefusedOrTaken seed " + seed);
    String id = owner.approved(form());
    for (int i = 0; i < 300; i++) {
      String body = body();

      assertBelow500(body, owner.create(body).extract().statusCode());
      assertBelow500(body, owner.update(id, body).extract().statusCode());
      assertBelow500(
          body,
          admin
              .request()
              .contentType("application/json")
              .body(body)
              .put("/api/admin/properties/%s/reject".formatted(id))
              .statusCode());
    }
    owner.get(id).statusCode(200);
  }

  @Test
  void strangeQueriesAreRefusedOrTaken() {
    List<String> parameters =
        List.of(
            ("type city area q min_price max_price amenities lat lng radius_km sort page per_page"
                    + " status")
                .split(" "));
    List<String> values =
        List.of(
            "",
            " ",
            "x",
            "0",
            "-1",
            "1",
            "90",
            "1e999999999",
            "1e-999999999",
            "NaN",
            "%",
            "_",
            "\\",
            "'",
            "\u0000",
            "\uD83D\uDE00",
            ",,,",
            "a,b",
            "2147483648",
            "newest",
            "distance",
            "relevance",
            "-price",
            "y".repeat(3000));
    System.out.println("strangeQueriesAreRefusedOrTaken seed " + seed);
    for (int i = 0; i < 500; i++) {
      var request = PropertyClient.anonymous().request();
      StringBuilder query = new StringBuilder();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        String name = pick(parameters);
        String value = pick(values);
        request.queryParam(name, value);
        query.append(name).append('=').append(value).append('&');
      }
      assertBelow500(query.toString(), request.get("/api/properties").statusCode());
    }
  }

  private String body() throws Exception {
    if (random.nextInt(10) == 0) {
      return pick(VALUES);
    }
    StringBuilder body = new StringBuilder("{");
    for (Map.Entry<String, Object> member : form().entrySet()) {
      body.append('"').append(member.getKey()).append("\":");
      body.append(json.writeValueAsString(member.getValue())).append(',');
    }
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      body.append('"').append(pick(FIELDS)).append("\":").append(pick(VALUES)).append(',');
    }
    return body.append("\"end\":1}").toString();
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static void assertBelow500(String what, int status) {
    assertThat(status)
        .as(() -> what.substring(0, Math.min(500, what.length())))
        .isBetween(200, 499);
  }
}
