package com.nanospace.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpOptionsTest {
  private static final DataFolder USUAL = new DataFolder(Path.of("/usual"));

  @Test
  void listensWhereTheContractSaysWhenNothingIsAsked() {
    UpOptions options = UpOptions.parse(List.of(), USUAL);

    assertThat(options)
        .isEqualTo(
            new UpOptions(8080, 8025, "127.0.0.1", 1, false, Training.When.FIRST, false, USUAL));
  }

  @Test
  void readsEveryOptionInBothSpellings() {
    UpOptions options =
        UpOptions.parse(
            List.of(
                "--port=9000",
                "--inbox-port",
                "0",
                "--host=0.0.0.0",
                "--replicas=2",
                "--fresh",
                "--no-train",
                "--demo",
                "--data-dir",
                "/other"),
            USUAL);

    assertThat(options)
        .isEqualTo(
            new UpOptions(
                9000,
                0,
                "0.0.0.0",
                2,
                true,
                Training.When.NEVER,
                true,
                new DataFolder(Path.of("/other"))));
  }

  @Test
  void trainsWithoutStartingWhenAskedTo() {
    assertThat(UpOptions.parse(List.of("--train-only"), USUAL).training())
        .isEqualTo(Training.When.ONLY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port",
        "--port=x",
        "--port=-1",
        "--port=65536",
        "--replicas=4",
        "--colour",
        "fast"
      })
  void refusesWhatItDoesNotUnderstand(String argument) {
    assertThatThrownBy(() -> UpOptions.parse(List.of(argument), USUAL))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(argument.split("=")[0]);
  }

  @Test
  void refusesOnePortForTwoServers() {
    assertThatThrownBy(() -> UpOptions.parse(List.of("--port=9000", "--inbox-port=9000"), USUAL))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("9000");
  }
}
