package com.nanospace.property.image.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalStorageTest {

  @TempDir Path folder;

  @Test
  void whatIsStoredCanBeReadInParts() throws IOException {
    LocalStorage storage = new LocalStorage(folder.resolve("new/folder"));

    storage.put("a.jpg", "image/jpeg", "0123456789".getBytes(UTF_8));

    assertThat(storage.sizeOf("a.jpg")).hasValue(10);
    assertThat(storage.sizeOf("b.jpg")).isEmpty();
    try (var part = storage.open("a.jpg", 3, 4)) {
      assertThat(part.readAllBytes()).isEqualTo("3456".getBytes(UTF_8));
    }
  }

  @Test
  void theSameKeyAgainIsHarmless() throws IOException {
    LocalStorage storage = new LocalStorage(folder);
    storage.put("a.jpg", "image/jpeg", "old".getBytes(UTF_8));

    storage.put("a.jpg", "image/jpeg", "new!".getBytes(UTF_8));

    assertThat(storage.sizeOf("a.jpg")).hasValue(4);
    assertThat(filesOf(folder)).isEqualTo(1);
  }

  /** A key whose place is taken by a folder stands in for a disk that takes nothing. */
  @Test
  void aFailedWriteIsRefusedAndLeavesNothing() throws IOException {
    LocalStorage storage = new LocalStorage(folder);
    Files.createDirectories(folder.resolve("a.jpg/in-the-way"));

    assertThatThrownBy(() -> storage.put("a.jpg", "image/jpeg", new byte[5]))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(CommonError.UNAVAILABLE);
              assertThat(refusal.retryAfter()).isPresent();
            });

    assertThat(filesOf(folder)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.jpg", "/etc/passwd", "a/b.jpg", ".", ".."})
  void aKeyNeverLeavesTheFolder(String key) {
    LocalStorage storage = new LocalStorage(folder);

    assertThatThrownBy(() -> storage.put(key, "image/jpeg", new byte[5]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> storage.open(key, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static long filesOf(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }
}
