package com.nanospace.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @TempDir Path home;

  @Test
  void findsWhatWasBuiltInAWorkingCopy() throws IOException {
    Files.createDirectories(home.resolve("gateway/target/quarkus-app"));
    Files.createDirectories(home.resolve("local-stack/target/classes"));
    Installation installation = new Installation(home);

    assertThat(installation.service("gateway"))
        .isEqualTo(home.resolve("gateway/target/quarkus-app/quarkus-run.jar"));
    assertThat(installation.libraries()).isEqualTo(home.resolve("local-stack/target/lib"));
  }

  @Test
  void findsWhatAnImageHolds() throws IOException {
    Files.createDirectories(home.resolve("gateway"));
    Files.createDirectories(home.resolve("local-stack"));
    Files.createFile(home.resolve("local-stack/local-stack.jar"));
    Installation installation = new Installation(home);

    assertThat(installation.service("gateway")).isEqualTo(home.resolve("gateway/quarkus-run.jar"));
    assertThat(installation.classes()).isEqualTo(home.resolve("local-stack/local-stack.jar"));
    assertThat(installation.brokerLibraries()).isEqualTo(home.resolve("local-stack/broker/lib"));
  }
}
