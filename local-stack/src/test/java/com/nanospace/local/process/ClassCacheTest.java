package com.nanospace.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassCacheTest {
  @TempDir Path folder;

  @Test
  void doesNotUseWhatWasNeverWritten() throws IOException {
    Path jar = Files.writeString(folder.resolve("gateway.jar"), "classes");
    ClassCache cache = ClassCache.of(folder, "gateway", List.of(jar));
    Path file = Path.of(cache.train().getFirst().replaceFirst("[^=]*=", ""));
    assertThat(cache.exists()).isFalse();

    Files.createFile(file);
    assertThat(cache.exists()).isFalse();
    assertThat(cache.use()).isEmpty();

    Files.writeString(file, "linked classes");
    assertThat(cache.exists()).isTrue();
    assertThat(cache.use()).singleElement().asString().endsWith(file.toString());
  }
}
