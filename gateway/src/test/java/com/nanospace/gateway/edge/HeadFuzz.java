package com.nanospace.gateway.edge;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers tell the length of a body in one way, and nothing that only the gateway may say. */
class HeadFuzz {

  /** What the HTTP codec lets through (RFC 9110 §5.6.2), and the empty name that it should not. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]*");

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
  private static final Pattern SPOKEN_BY_THE_GATEWAY =
      Pattern.compile(
          "(x-forwarded|x-user-|x-internal-).*|forwarded|via|expect|x-real-ip|x-original-url"
              + "|connection|keep-alive|te|trailer|transfer-encoding|upgrade|proxy-authorization");

  @ValueSource(
      strings = {
        "Content-Length: 5\nContent-Length: 6",
        "Transfer-Encoding: chunked\nContent-Length: 18446744073709551616",
        "transfer-encoding: gzip, chunked\n: nameless",
        "Connection: close, X-Custom ,,Authorization\nX-Custom: 1\nAuthorization: Bearer x",
        "X-Forwarded-For: 1.1.1.1\nx-user-id: 7\nX-Internal-A: b\nForwarded: for=x\nAccept: */*",
        "traceparent: 00-00000000000000000000000000000001-0000000000000001-01\nX-Request-Id: a.b",
      })
  @FuzzTest
  void headersSayOneThing(@NotNull String head) {
    MultiMap headers = headersOf(head);

    checkFraming(headers);
    checkCorrelation(Correlation.of(headers));
    checkHygiene(headers);
  }

  private static void checkFraming(MultiMap headers) {
    HttpServerRequest request = requestWith(headers);
    try {
      Framing.check(request);
    } catch (Refusal refused) {
      assertThat(refused.error()).isEqualTo(GatewayError.MALFORMED);
      return;
    }
    List<String> encodings = headers.getAll("transfer-encoding");
    List<String> lengths = headers.getAll("content-length");
    assertThat(encodings).isIn(List.of(), List.of("chunked"));
    assertThat(lengths).hasSizeLessThanOrEqualTo(1).allMatch(LENGTH.asMatchPredicate());
    assertThat(Framing.declaredLength(request))
        .isEqualTo(
            !encodings.isEmpty() ? -1 : lengths.isEmpty() ? 0 : Long.parseLong(lengths.getFirst()));
  }

  private static void checkCorrelation(Correlation correlation) {
    assertThat(correlation.requestId()).matches("[A-Za-z0-9._-]{1,128}");
    assertThat(correlation.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  }

  private static void checkHygiene(MultiMap headers) {
    Set<String> named =
        headers.getAll("connection").stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(name -> lower(name.strip()))
            .collect(toSet());
    List<String> before = lowerNames(headers);

    HeaderHygiene.cleanRequest(headers);

    List<String> after = lowerNames(headers);
    assertThat(after).noneMatch(SPOKEN_BY_THE_GATEWAY.asMatchPredicate());
    assertThat(after).noneMatch(named::contains);
    assertThat(before.stream().filter(name -> name.startsWith("a") && !named.contains(name)))
        .allMatch(after::contains);
    HeaderHygiene.cleanRequest(headers);
    assertThat(lowerNames(headers)).isEqualTo(after);
  }

  private static MultiMap headersOf(String head) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (String line : head.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon >= 0 && NAME.matcher(line.substring(0, colon)).matches()) {
        headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private static List<String> lowerNames(MultiMap headers) {
    return headers.names().stream().map(HeadFuzz::lower).sorted().toList();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** A request of which just the headers matter. */
  private static HttpServerRequest requestWith(MultiMap headers) {
    return (HttpServerRequest)
        Proxy.newProxyInstance(
            HttpServerRequest.class.getClassLoader(),
            new Class<?>[] {HttpServerRequest.class},
            (request, method, arguments) ->
                method.getName().equals("headers")
                    ? headers
                    : headers.get(String.valueOf(arguments[0])));
  }
}
