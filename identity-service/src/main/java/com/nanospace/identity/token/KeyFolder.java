package com.nanospace.identity.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The mounted folder of keys. */
final class KeyFolder {

  private KeyFolder() {}

  /**
   * All keys in it by name.
   *
   * @throws IllegalStateException for a file that is no key, by its name
   * @throws UncheckedIOException for what can't be read
   */
  static List<SigningKey> read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".pem"))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .map(SigningKey::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("nanospace.tokens.key-folder can't be read", e);
    }
  }
}
