package com.nanospace.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
  @TempDir Path folder;

  @Test
  void keepsTheLogsOfOneEarlierRun() throws IOException {
    DataFolder data = new DataFolder(folder);
    data.create();
    LogFiles logs = new LogFiles(data);

    for (String run : new String[] {"first", "second", "third"}) {
      logs.rotate();
      Files.writeString(data.log("kafka"), run);
    }

    assertThat(data.log("kafka")).hasContent("third");
    assertThat(data.logs().resolve("kafka.log.1")).hasContent("second");
    assertThat(logs.names()).containsExactly("kafka");
  }
}
