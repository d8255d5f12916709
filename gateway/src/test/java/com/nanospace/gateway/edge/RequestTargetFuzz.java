package com.nanospace.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.provider.ValueSource;

/** A target is refused, or reads one way only, whoever reads it. */
class RequestTargetFuzz {

  @ValueSource(
      strings = {
        "/",
        "/api/properties/?city=Pune&q=a%2Fb%25;c|d",
        "/api/uploads/caf%C3%A9%20noir.png",
        "/a/b:c@d+e(f)/",
        "/api/./..//%2e%2f;v\\%5c%00%c0%af",
        "https://nanospace.com/api?x#y",
      })
  @FuzzTest
  void whatIsTakenReadsOneWay(@NotNull String raw) {
    RequestTarget target;
    try {
      target = RequestTarget.parse(raw);
    } catch (Refusal refused) {
      assertThat(refused.error()).isEqualTo(GatewayError.MALFORMED);
      return;
    }
    String path = target.path();
    String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    List<String> segments = List.of(decoded.substring(1).split("/", -1));
    QueryStringDecoder service = new QueryStringDecoder(target.originForm());

    assertThat(RequestTarget.parse(target.originForm())).isEqualTo(target);
    assertThat(URI.create(path).normalize()).hasToString(path);
    assertThat(service.path()).isEqualTo(decoded);
    assertThat(service.parameters()).isNotNull();
    assertThat(segments).hasSameSizeAs(path.substring(1).split("/", -1));
    assertThat(segments).doesNotContain(".", "..");
    assertThat(path.equals("/") || !segments.contains("")).isTrue();
    assertThat(decoded).doesNotContain("\\", ";", "%", "\0", "\r", "\n");
  }
}
