package com.nanospace.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.local.service.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {

  private final AuditTable table = new AuditTable();

  @Test
  void showsThatNothingIsWrongAndHowMuchWasLookedAt() throws IOException {
    table.add(
        Service.BOOKING,
        JsonObject.parseAll(
            """
            [{"audit": "inventory", "rows": 12345, "findings": 0, "examples": [], "remarks": []},
             {"audit": "outbox", "rows": 7, "findings": 0, "examples": [],
              "remarks": ["2 records came again, which is allowed"], "failure": null}]
            """));

    assertThat(table.lines())
        .containsExactly(
            "booking-service       inventory      12,345 rows  nothing wrong",
            "booking-service       outbox              7 rows  nothing wrong"
                + " (2 records came again, which is allowed)",
            "12,352 rows looked at, nothing wrong");
    assertThat(table.isSound()).isTrue();
  }

  @Test
  void showsWhatIsWrong() throws IOException {
    table.add(
        Service.BOOKING,
        JsonObject.parseAll(
            """
            [{"audit": "inventory", "rows": 5, "findings": 3, "remarks": [],
              "examples": ["Listing a has 2 seats too many", "Listing b has 1"]}]
            """));

    assertThat(table.lines())
        .containsExactly(
            "booking-service       inventory           5 rows  3 wrong",
            "  booking-service inventory: Listing a has 2 seats too many",
            "  booking-service inventory: Listing b has 1",
            "  booking-service inventory: and 1 more",
            "5 rows looked at, 3 things wrong");
    assertThat(table.isSound()).isFalse();
  }

  @Test
  void isNotSoundWhileSomebodyDidNotTell() throws IOException {
    table.addSilent(Service.IDENTITY, "nobody answers");
    table.add(
        Service.PROPERTY,
        JsonObject.parseAll(
            """
            [{"audit": "inbox", "rows": 0, "findings": 0, "examples": [], "remarks": [],
              "failure": "no such table"}]
            """));

    assertThat(table.lines())
        .anyMatch(line -> line.matches("identity-service .* did not answer: nobody answers"))
        .anyMatch(line -> line.matches("property-service +inbox .* not done: no such table"))
        .endsWith("0 rows looked at, nothing wrong; 2 audits or services did not tell");
    assertThat(table.isSound()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"90m,PT1H30M", "24h,PT24H", "7d,PT168H", "30s,PT30S"})
  void readsTheWindow(String window, String sent) {
    assertThat(options("--window", window).path()).isEqualTo("/internal/audit?window=" + sent);
  }

  @Test
  void leavesTheWindowToTheServices() {
    assertThat(options().path()).isEqualTo("/internal/audit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "0h", "-1h", "24", "1w"})
  void refusesAWindowThatIsNone(String window) {
    assertThatThrownBy(() -> options("--window", window))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(window);
  }

  private static Audit.Options options(String... arguments) {
    return Audit.Options.parse(List.of(arguments), new DataFolder(Path.of("data")));
  }
}
