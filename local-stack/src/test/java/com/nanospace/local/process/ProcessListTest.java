package com.nanospace.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessListTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @TempDir Path folder;

  @Test
  void endsWhatAKilledRunLeftBehind() throws Exception {
    Process left = new ProcessBuilder("sleep", "60").start();
    new ProcessList(file()).add("kafka", left.toHandle());

    int ended = ProcessList.reap(file(), PATIENCE);

    assertThat(ended).isEqualTo(1);
    assertThat(left.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void leavesAProcessAloneThatGotThePidOfAnEarlierOne() throws Exception {
    Process other = new ProcessBuilder("sleep", "60").start();
    Files.writeString(
        file(),
        "[{\"name\":\"kafka\",\"pid\":%d,\"started_at\":\"%s\"}]"
            .formatted(other.pid(), Instant.now().minusSeconds(3_600)));

    int ended = ProcessList.reap(file(), PATIENCE);

    assertThat(ended).isZero();
    assertThat(other.isAlive()).isTrue();
    other.destroyForcibly();
  }

  @Test
  void hasNothingToEndAfterACleanStop() throws Exception {
    ProcessList list = new ProcessList(file());
    list.add("launcher", ProcessHandle.current());

    list.delete();

    assertThat(ProcessList.read(file())).isEmpty();
  }

  @Test
  void replacesTheEntryOfARestartedProcess() throws IOException {
    ProcessList list = new ProcessList(file());
    list.add("identity", ProcessHandle.current());
    list.add("identity", ProcessHandle.current());

    assertThat(ProcessList.read(file())).hasSize(1);
  }

  private Path file() {
    return folder.resolve("processes.json");
  }
}
