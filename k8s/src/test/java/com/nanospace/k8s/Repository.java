package com.nanospace.k8s;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the suite are: tests run in the folder of their module. */
final class Repository {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Repository() {}

  static Path root() {
    return ROOT;
  }

  /** A file that must be there. */
  static Path file(String path) {
    Path file = ROOT.resolve(path);
    if (!Files.exists(file)) {
      throw new AssertionError(file + " is missing");
    }
    return file;
  }
}
