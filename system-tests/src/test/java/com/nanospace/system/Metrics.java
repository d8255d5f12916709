package com.nanospace.system;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.nanospace.system.promql.Series;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Prometheus would know of the running suite, scraped with the labels of its targets. */
final class Metrics {

  private static final Map<String, URI> TARGETS = new LinkedHashMap<>();

  private Metrics() {}

  /**
   * @param readiness readiness address of each service; its metrics are beside it
   */
  static void at(JsonNode readiness) {
    readiness
        .properties()
        .forEach(
            service ->
                TARGETS.put(
                    service.getKey(),
                    URI.create(service.getValue().asText()).resolve("/q/metrics")));
  }

  static List<Series> scraped() {
    List<Series> all = new ArrayList<>();
    TARGETS.forEach(
        (service, address) -> {
          List<Series> scrape =
              Series.of(given().get(address).then().statusCode(200).extract().asString());
          Map<String, String> target =
              Map.of("instance", address.getAuthority(), "job", "nanospace");
          scrape.forEach(series -> all.add(series.with(target)));
          scrape.stream()
              .flatMap(series -> java.util.stream.Stream.ofNullable(series.labels().get("service")))
              .distinct()
              .forEach(name -> all.add(new Series("up", Map.of("service", name)).with(target)));
        });
    return all;
  }
}
