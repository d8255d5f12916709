package com.nanospace.identity.token;

import com.nanospace.kit.production.RsaKeyLength;
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
   * @throws IllegalStateException for a file that is no key or a short one, by its name
   * @throws UncheckedIOException for what can't be read
   */
  static List<SigningKey> read(Path folder, RsaKeyLength length) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".pem"))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .map(file -> SigningKey.read(file, length))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("nanospace.tokens.key-folder can't be read", e);
    }
  }
}
