package com.nanospace.system.edge;

import static com.nanospace.system.edge.FramingTest.Reading.ALIKE;
import static com.nanospace.system.edge.FramingTest.Reading.EITHER;
import static com.nanospace.system.edge.FramingTest.Reading.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import com.nanospace.system.promise.Part;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Where a request ends is never a matter of opinion: what can be framed in two ways the gateway
 * refuses, or gateway and service read it alike. Each case goes to the gateway and, in the same
 * octets, to the service that it is for, unless the gateway refuses it; then others ask for
 * something else through the gateway, and must not get the answer to what was smuggled.
 */
@ExtendWith(RunningSuite.class)
class FramingTest {

  /** What becomes of a case. */
  enum Reading {
    REFUSED,
    ALIKE,
    EITHER
  }

  /**
   * @param head header lines, separated by {@code ~}
   * @param body octets after the head, with {@code ~} for a line end; {@code @} is a whole request
   *     that must not come out of it unless both see it
   */
  private record Case(String name, Reading reading, String head, String body) {}

  /** A path of a service that answers a body of <code>{}</code> in a way of its own. */
  private record Target(String service, String method, String path, String answer, String token) {}

  /** Enough that each replica of gateway and service gets some. */
  private static final int TURNS = 4;

  /** Services wait for requests under way much longer. */
  private static final Duration SOON = Duration.ofSeconds(15);

  private static final String SMUGGLED =
      "GET /api/smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  private static final List<Case> CASES =
      List.of(
          new Case("one length", ALIKE, "Content-Length: 2", "{}"),
          new Case("one request and another behind it", ALIKE, "Content-Length: 2", "{}@"),
          new Case("chunks", ALIKE, "Transfer-Encoding: chunked", "2~{}~0~~"),
          new Case("chunks and a request behind", ALIKE, "Transfer-Encoding: chunked", "2~{}~0~~@"),
          new Case("a chunk in two", ALIKE, "Transfer-Encoding: chunked", "1~{~1~}~0~~"),
          new Case("extensions", EITHER, "Transfer-Encoding: chunked", "2;a=b;c=\"d\"~{}~0;e~~"),
          new Case("trailers", ALIKE, "Transfer-Encoding: chunked", "2~{}~0~X-User-Id: 1~~"),
          new Case(
              "a folded header", EITHER, "X-Note: a~ Content-Length: 99~Content-Length: 2", "{}"),
          new Case(
              "length, then chunks",
              REFUSED,
              "Content-Length: 4~Transfer-Encoding: chunked",
              "2~{}~0~~@"),
          new Case(
              "chunks, then a length",
              REFUSED,
              "Transfer-Encoding: chunked~Content-Length: 4",
              "2~{}~0~~@"),
          new Case("two lengths", REFUSED, "Content-Length: 2~Content-Length: 61", "{}@"),
          new Case("two equal lengths", EITHER, "Content-Length: 2~Content-Length: 2", "{}"),
          new Case("a list of lengths", REFUSED, "Content-Length: 2, 61", "{}@"),
          new Case("a length with a sign", REFUSED, "Content-Length: +2", "{}@"),
          new Case("a length in hexadecimal", REFUSED, "Content-Length: 0x2", "{}@"),
          new Case("a negative length", REFUSED, "Content-Length: -2", "{}@"),
          new Case("a length with a space before its colon", REFUSED, "Content-Length : 2", "{}@"),
          new Case(
              "chunked with a space before its colon",
              REFUSED,
              "Transfer-Encoding : chunked~Content-Length: 2",
              "{}@"),
          new Case(
              "a folded encoding", REFUSED, "Transfer-Encoding:~ chunked~Content-Length: 2", "{}@"),
          new Case("encodings", REFUSED, "Transfer-Encoding: gzip, chunked", "2~{}~0~~@"),
          new Case(
              "two encodings",
              REFUSED,
              "Transfer-Encoding: chunked~Transfer-Encoding: identity",
              "2~{}~0~~@"),
          new Case("an encoding that is none", REFUSED, "Transfer-Encoding: xchunked", "2~{}~0~~@"),
          new Case("an encoding in capitals", REFUSED, "Transfer-Encoding: CHUNKED", "2~{}~0~~@"),
          new Case(
              "an encoding with a vertical tab",
              REFUSED,
              "Transfer-Encoding: \u000bchunked",
              "2~{}~0~~@"),
          new Case("line feeds alone", EITHER, "X-Note: a\nContent-Length: 2", "{}"),
          new Case(
              "a carriage return in a header",
              REFUSED,
              "X-Note: a\rContent-Length: 9~Content-Length: 2",
              "{}"),
          new Case("a NUL in a header", REFUSED, "X-Note: a\u0000b~Content-Length: 2", "{}"),
          new Case("a header without a name", REFUSED, ": a~Content-Length: 2", "{}"),
          new Case("two hosts", REFUSED, "Host: internal~Content-Length: 2", "{}"),
          new Case(
              "a chunk's size with a prefix", REFUSED, "Transfer-Encoding: chunked", "0x2~{}~0~~@"),
          new Case(
              "a chunk's size with a sign", REFUSED, "Transfer-Encoding: chunked", "+2~{}~0~~@"),
          new Case("a negative chunk", REFUSED, "Transfer-Encoding: chunked", "-2~{}~0~~@"),
          new Case(
              "a chunk's size beyond 32 bits",
              REFUSED,
              "Transfer-Encoding: chunked",
              "100000002~{}~0~~@"),
          new Case(
              "a chunk's size beyond 64 bits",
              REFUSED,
              "Transfer-Encoding: chunked",
              "10000000000000002~{}~0~~@"),
          new Case(
              "a line end in a quoted extension",
              REFUSED,
              "Transfer-Encoding: chunked",
              "2;a=\"~{}~0~~@"),
          new Case(
              "a chunk longer than its size", REFUSED, "Transfer-Encoding: chunked", "1~{}~0~~@"));

  private static List<Target> targets = List.of();

  @BeforeAll
  static void signIn() {
    String owner = Person.registeredAs("owner").accessToken();
    targets =
        List.of(
            new Target("booking", "POST", "/api/bookings/quote", "400 request.invalid", ""),
            new Target("identity", "POST", "/api/auth/login", "400 request.invalid", ""),
            new Target("property", "POST", "/api/properties", "400 request.invalid", owner),
            new Target(
                "notification",
                "PUT",
                "/api/notifications/preferences",
                "400 request.invalid",
                owner));
  }

  @TestFactory
  Stream<DynamicTest> gatewayAndServiceReadARequestAlikeOrItIsRefused() {
    return CASES.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.name(),
                    () -> {
                      targets.parallelStream().forEach(target -> check(each, target));
                      othersAreAnsweredWhatTheyAsked();
                    }));
  }

  /** None of it is still waited for by a service when the client has long been told. */
  @Test
  void aReplicaThatHasMetThemStopsAsSoonAsAnyOther() {
    Target target = targets.getFirst();
    CASES.stream()
        .filter(each -> each.reading() == REFUSED)
        .map(each -> octets(each, target))
        .flatMap(octets -> Collections.nCopies(TURNS, octets).stream())
        .forEach(Servers.gateway()::send);
    Part replica = Part.of(target.service()).getFirst();

    replica.replacedAfter(
        () -> {
          CompletableFuture<ProcessHandle> end = replica.handle().onExit();
          replica.terminate();
          assertThat(end).succeedsWithin(SOON);
        });
  }

  private static void check(Case each, Target target) {
    String octets = octets(each, target);

    Replies fromGateway = Servers.gateway().send(octets);

    assertThat(fromGateway.hasServerError()).as("%s: %s", target, fromGateway).isFalse();
    if (each.reading() == REFUSED) {
      assertThat(fromGateway.isRefusal()).as("%s: %s", target, fromGateway).isTrue();
      assertThat(fromGateway.closed()).as("%s stays open", target).isTrue();
    } else if (each.reading() == ALIKE || !fromGateway.isRefusal()) {
      Replies fromService = Servers.service(target.service()).send(octets);
      assertThat(fromService.hasServerError()).as("%s: %s", target, fromService).isFalse();
      assertThat(fromGateway.outcomes()).as(target.toString()).isEqualTo(fromService.outcomes());
      assertThat(fromGateway.outcomes().getFirst())
          .as(target.toString())
          .isEqualTo(target.answer());
      assertThat(fromGateway.outcomes()).hasSize(each.body().endsWith("@") ? 2 : 1);
    }
  }

  private static String octets(Case each, Target target) {
    String authorization =
        target.token().isEmpty() ? "" : "Authorization: Bearer %s\r\n".formatted(target.token());
    return "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%s%s\r\n\r\n%s"
        .formatted(
            target.method(),
            target.path(),
            authorization,
            each.head().replace("~", "\r\n"),
            each.body().replace("~", "\r\n").replace("@", SMUGGLED));
  }

  /** On connections to the services that the case may have used. */
  private static void othersAreAnsweredWhatTheyAsked() {
    for (String path : List.of("/api/properties/", "/api/uploads/")) {
      String own = path + UUID.randomUUID();
      Replies replies =
          Servers.gateway()
              .send(
                  "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(own));
      assertThat(replies.outcomes()).containsExactly("404 not_found");
      assertThat(replies.text()).contains("\"instance\":\"" + own + "\"");
    }
  }
}
