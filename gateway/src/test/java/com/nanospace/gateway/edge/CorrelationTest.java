package com.nanospace.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void keepsWhatIsWellFormed() {
    Correlation correlation =
        Correlation.of(headers().add("x-request-id", "a.B_c-1").add("traceparent", TRACE));

    assertThat(correlation).isEqualTo(new Correlation("a.B_c-1", TRACE, true, false));
    assertThat(correlation.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "<id>", "id;drop", "\u00e9"})
  void replacesAnIdThatIsNotWellFormed(String id) {
    Correlation correlation = Correlation.of(headers().add("X-Request-Id", id));

    assertThat(UUID.fromString(correlation.requestId()).version()).isEqualTo(7);
  }

  @Test
  void replacesAnIdThatIsTooLong() {
    assertThat(Correlation.of(headers().add("X-Request-Id", "a".repeat(129))).requestId())
        .hasSize(36);
    assertThat(Correlation.of(headers().add("X-Request-Id", "a".repeat(128))).requestId())
        .hasSize(128);
  }

  @Test
  void replacesIdsWhenThereAreSeveral() {
    Correlation correlation =
        Correlation.of(headers().add("X-Request-Id", "a").add("X-Request-Id", "b"));

    assertThat(correlation.requestId()).hasSize(36);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x",
      })
  void beginsATraceWhenThereIsNoValidOne(String traceparent) {
    Correlation correlation = Correlation.of(headers().add("traceparent", traceparent));

    assertThat(correlation.continued()).isFalse();
    assertThat(Correlation.of(headers().add("traceparent", correlation.traceparent())).continued())
        .isTrue();
  }

  private static MultiMap headers() {
    return MultiMap.caseInsensitiveMultiMap();
  }
}
