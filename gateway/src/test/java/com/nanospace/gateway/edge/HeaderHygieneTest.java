package com.nanospace.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderHygieneTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For",
        "x-forwarded-proto",
        "X-FORWARDED-HOST",
        "X-Forwarded",
        "Forwarded",
        "X-Real-IP",
        "X-User-Id",
        "X-User-Roles",
        "X-Internal-Secret",
        "X-Original-URL",
        "Connection",
        "Keep-Alive",
        "Proxy-Authorization",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Expect",
      })
  void dropsWhatOnlyTheGatewayOrTheNextHopMaySay(String name) {
    MultiMap headers = headers().add(name, "x").add("Accept", "y");

    HeaderHygiene.cleanRequest(headers);

    assertThat(headers.names()).containsExactly("Accept");
  }

  @Test
  void dropsWhatConnectionNames() {
    MultiMap headers =
        headers()
            .add("Connection", "close, X-Custom")
            .add("Connection", " X-Other ,,")
            .add("X-Custom", "1")
            .add("X-Custom", "2")
            .add("X-Other", "3")
            .add("Authorization", "kept");

    HeaderHygiene.cleanRequest(headers);

    assertThat(headers.names()).containsExactly("Authorization");
  }

  @Test
  void keepsWhatBelongsToTheCall() {
    MultiMap headers =
        headers().add("Authorization", "a").add("Idempotency-Key", "b").add("Cookie", "c");

    HeaderHygiene.cleanRequest(headers);

    assertThat(headers.names())
        .containsExactlyInAnyOrder("Authorization", "Idempotency-Key", "Cookie");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Server",
        "X-Powered-By",
        "X-Internal-Node",
        "Access-Control-Allow-Origin",
        "Connection",
        "Keep-Alive",
        "Transfer-Encoding",
        "X-Request-Id",
      })
  void keepsInsideWhatIsNotForClients(String name) {
    MultiMap headers = headers().add(name, "x").add("Location", "y");

    HeaderHygiene.cleanReply(headers);

    assertThat(headers.names()).containsExactly("Location");
  }

  private static MultiMap headers() {
    return MultiMap.caseInsensitiveMultiMap();
  }
}
