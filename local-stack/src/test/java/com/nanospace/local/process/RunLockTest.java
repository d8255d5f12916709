package com.nanospace.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
  @TempDir Path folder;

  @Test
  void letsOneLauncherRun() throws Exception {
    Path file = folder.resolve("lock");
    try (RunLock mine = RunLock.take(file).orElseThrow()) {
      assertThat(anotherProcessTakes(file)).isFalse();
      assertThat(mine).isNotNull();
    }
    assertThat(anotherProcessTakes(file)).isTrue();
  }

  private static boolean anotherProcessTakes(Path file) throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                JavaCommand.of(
                    java.util.List.of("-cp", System.getProperty("java.class.path")),
                    TakeLock.class.getName(),
                    file.toString()))
            .inheritIO()
            .start();
    assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return other.exitValue() == 0;
  }

  /** Ends with status 0 when it could take the lock. */
  static final class TakeLock {
    private TakeLock() {}

    public static void main(String[] arguments) throws IOException {
      System.exit(RunLock.take(Path.of(arguments[0])).isPresent() ? 0 : 1);
    }
  }
}
