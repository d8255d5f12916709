package com.nanospace.system.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request is for: gateway and service see the same path, host and caller, or nothing. */
@ExtendWith(RunningSuite.class)
class PathsTest {

  private static final List<String> INTERNAL_SPELLINGS =
      List.of(
          "/internal/stats",
          "/internal/stats/",
          "/INTERNAL/stats",
          "/internal",
          "//internal/stats",
          "/./internal/stats",
          "/api/../internal/stats",
          "/api/properties/../../internal/stats",
          "/api/properties/%2e%2e/%2e%2e/internal/stats",
          "/api/properties/.%2e/.%2e/internal/stats",
          "/api/properties/..%2f..%2finternal/stats",
          "/api/properties/..%5c..%5cinternal/stats",
          "/api/properties/..\\..\\internal\\stats",
          "/api/properties/..;/..;/internal/stats",
          "/api/properties/..;x=1/..;x=1/internal/stats",
          "/api/properties/%252e%252e/%252e%252e/internal/stats",
          "/api/properties/%c0%ae%c0%ae/%c0%ae%c0%ae/internal/stats",
          "/api/properties/..%00/..%00/internal/stats",
          "/%69nternal/stats",
          "/internal%2fstats",
          "/internal;x=1/stats",
          "/internal/stats?",
          "/internal/stats#/api/properties",
          "/api/properties?/../../internal/stats",
          "/api/properties#/../internal/stats",
          "http://localhost/internal/stats",
          "http://localhost/api/properties/../../internal/stats",
          "http:/internal/stats",
          "internal/stats",
          "/\tinternal/stats",
          "/api/uploads/..%2finternal%2fstats",
          "/api/uploads/....//internal/stats");

  private static String admin = "";

  @BeforeAll
  static void signIn() {
    admin = Person.admin().accessToken();
  }

  @TestFactory
  Stream<DynamicTest> noSpellingReachesWhatIsInternal() {
    return INTERNAL_SPELLINGS.stream()
        .map(
            spelling ->
                DynamicTest.dynamicTest(
                    spelling.replace("\t", "\\t"),
                    () -> {
                      Replies replies = Servers.gateway().send(get(spelling, "Host: localhost"));

                      assertThat(replies.text()).doesNotContain("\"pending\"", "\"customers\"");
                      assertThat(replies.outcomes())
                          .singleElement()
                          .asString()
                          .matches("400 request.malformed|404 not_found|200");
                      if (replies.outcomes().contains("200")) {
                        // The public list: what looks like another path was the query.
                        assertThat(spelling).startsWith("/api/properties?");
                        assertThat(replies.text()).contains("\"properties\":[");
                      }
                    }));
  }

  @Test
  void theServiceItselfHasThem() {
    for (String service : List.of("identity", "property", "booking")) {
      assertThat(
              Servers.service(service).send(get("/internal/stats", "Host: localhost")).outcomes())
          .containsExactly("200");
    }
  }

  /** Paths of bookings, which another service owns than the one that the first segments name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/properties/1/availability;x=1",
        "/api/properties/1;x=1/availability",
        "/api/properties/1%2favailability",
        "/api/properties/1//availability",
        "/api/properties/1/./availability",
        "/api/properties/1/x/../availability",
        "/api/properties/1/%61vailability",
        "/api/properties/1/availability%00",
        "/api/properties/1/availability%2f",
        "/api/properties/1/availability%0d%0aX-User-Id:%201",
        "/api/properties/1/availability#",
      })
  void refusesAPathThatTwoServersMayReadDifferently(String path) {
    assertThat(Servers.gateway().send(get(path, "Host: localhost")).outcomes())
        .containsExactly("400 request.malformed");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/properties/0199aaaa-0000-7000-8000-000000000000, property",
    "/api/properties/0199aaaa-0000-7000-8000-000000000000/, property",
    "http://localhost/api/properties/0199aaaa-0000-7000-8000-000000000000, property",
    "/api/properties/0199aaaa-0000-7000-8000-000000000000/availability, booking",
    "/api/bookings/caf%C3%A9, booking",
    "/api/uploads/a%20b.png, property",
    "/api/notifications/%E2%82%AC, notification",
  })
  void whatPassesIsReadByTheServiceAsTheGatewayReadIt(String target, String service) {
    String path = target.replace("http://localhost", "").replaceFirst("(.)/$", "$1");

    Replies fromGateway = Servers.gateway().send(get(target, "Host: localhost"));
    Replies fromService = Servers.service(service).send(get(path, "Host: localhost"));

    assertThat(fromGateway.outcomes()).hasSize(1).isEqualTo(fromService.outcomes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Host: a~Host: b",
        "Host: localhost~Host: localhost",
        "Host: a b",
        "Host: a/b",
        "Host: user@localhost",
      })
  void refusesARequestThatDoesNotNameOneHost(String hosts) {
    assertThat(Servers.gateway().send(get("/api/properties", hosts.split("~"))).outcomes())
        .containsExactly("400 request.malformed");
  }

  @Test
  void refusesATargetThatNamesAnotherHostThanTheHeader() {
    assertThat(
            Servers.gateway()
                .send(get("http://identity/api/properties", "Host: localhost"))
                .outcomes())
        .containsExactly("400 request.malformed");
  }

  @Test
  void nobodyBecomesSomebodyByAHeader() {
    String forged =
        "Connection: keep-alive, X-User-Id, X-Forwarded-For~X-User-Id: 1~X-Forwarded-For: 6.6.6.6";

    assertThat(
            Servers.gateway()
                .send(octets("GET", "/api/bookings/my-bookings", "Host: localhost~" + forged))
                .outcomes())
        .containsExactly("401 auth.required");
  }

  /**
   * What the gateway has checked the service does not get: then the caller is nobody, to it too.
   */
  @Test
  void aTokenThatIsNamedAsHopByHopIsNotPassedOn() {
    Replies replies =
        Servers.gateway()
            .send(get("/api/bookings/my-bookings", "Host: localhost", "Connection: authorization"));

    assertThat(replies.outcomes()).containsExactly("401 auth.required");
  }

  private static String get(String target, String... lines) {
    return octets(
        "GET",
        target,
        "Authorization: Bearer %s~%s"
            .formatted(admin, String.join("~", lines))
            .replaceFirst("~$", ""));
  }

  private static String octets(String method, String target, String lines) {
    return "%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
        .formatted(method, target, lines.replace("~", "\r\n"));
  }
}
