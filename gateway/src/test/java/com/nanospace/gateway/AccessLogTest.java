package com.nanospace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessLogTest extends GatewayTest {

  private static final Logger ACCESS = Logger.getLogger("access");
  private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    ACCESS.addHandler(lines);
  }

  @AfterEach
  void stopListening() {
    ACCESS.removeHandler(lines);
  }

  @Test
  void leavesOneLineWithoutAnythingSecret() {
    String token = TOKENS.of("customer");

    call()
        .header("Authorization", "Bearer " + token)
        .header("X-Request-Id", "log-1")
        .get("/api/bookings/my-bookings?otp=123456")
        .then()
        .statusCode(200);

    Awaitility.await().until(() -> !lines.of("log-1").isEmpty());
    assertThat(lines.of("log-1"))
        .singleElement()
        .asString()
        .matches(
            "method=GET path=/api/bookings/my-bookings status=200 bytes=\\d+ duration_ms=\\d+"
                + " complete=true request_id=log-1 trace_id=[0-9a-f]{32}");
    assertThat(lines.all()).noneMatch(line -> line.contains(token) || line.contains("123456"));
  }

  @Test
  void leavesOneForARefusalToo() {
    raw().get("/api//bookings", "X-Request-Id: log-2");

    Awaitility.await().until(() -> !lines.of("log-2").isEmpty());
    assertThat(lines.of("log-2")).singleElement().asString().contains("status=400");
  }

  /** What was logged, as it was logged. */
  private static final class Lines extends Handler {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    List<String> all() {
      return lines;
    }

    List<String> of(String requestId) {
      return lines.stream().filter(line -> line.contains("request_id=" + requestId)).toList();
    }

    @Override
    public void publish(LogRecord logged) {
      lines.add(MESSAGE.format(ExtLogRecord.wrap(logged)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
