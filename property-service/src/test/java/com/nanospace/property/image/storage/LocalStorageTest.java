package com.nanospace.property.image.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

  /** A key whose place is taken by a folder stands in for a name that can't be given. */
  @Test
  void aFailedRenameIsRefusedAndLeavesNothing() throws IOException {
    LocalStorage storage = new LocalStorage(folder);
    Files.createDirectories(folder.resolve("a.jpg/in-the-way"));

    assertAway(() -> storage.put("a.jpg", "image/jpeg", new byte[5]));

    assertThat(filesOf(folder)).isEqualTo(1);
  }

  @Test
  void aWriteThatBreaksOffIsRefusedAndLeavesNothing() throws IOException {
    LocalStorage storage = new LocalStorage(folder);
    InputStream half =
        brokenOff(
            () -> {
              assertThat(filesOf(folder)).as("half of it is written").isEqualTo(1);
              assertThat(storage.sizeOf("a.jpg")).as("and nobody sees it").isEmpty();
            });

    assertAway(() -> storage.put("a.jpg", half));

    assertThat(filesOf(folder)).isZero();
  }

  @Test
  void aWriteThatBreaksOffSparesWhatIsThere() throws IOException {
    LocalStorage storage = new LocalStorage(folder);
    storage.put("a.jpg", "image/jpeg", "whole".getBytes(UTF_8));
    InputStream half = brokenOff(() -> assertThat(folder.resolve("a.jpg")).hasContent("whole"));

    assertAway(() -> storage.put("a.jpg", half));

    assertThat(folder.resolve("a.jpg")).hasContent("whole");
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

  private static void assertAway(ThrowingCallable use) {
    assertThatThrownBy(use)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(CommonError.UNAVAILABLE);
              assertThat(refusal.retryAfter()).isPresent();
            });
  }

  /** What a look may find while half of the content is written. */
  private interface Look {
    void take() throws IOException;
  }

  /** Some bytes, and then the failure that a full disk would be. */
  private static InputStream brokenOff(Look look) {
    InputStream failure =
        new InputStream() {
          @Override
          public int read() throws IOException {
            return read(new byte[1], 0, 1);
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            look.take();
            throw new IOException("No space left on device");
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), failure);
  }

  private static long filesOf(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }
}
