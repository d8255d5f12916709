package com.nanospace.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;

/** Everything one run of the suite keeps, {@code .nanospace} unless told otherwise. */
public record DataFolder(Path root) {
  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  public Path keys() {
    return root.resolve("keys");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /** State of the run at hand: lock, process list, addresses. */
  public Path run() {
    return root.resolve("run");
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  public Path images() {
    return root.resolve("images");
  }

  public Path inbox() {
    return root.resolve("inbox");
  }

  /** Makes the folders, readable by their owner alone: they hold keys and people's data. */
  public void create() {
    try {
      Files.createDirectories(root);
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
      for (Path folder : List.of(keys(), logs(), run(), images())) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new CannotRun("The data folder " + root + " can't be written: " + e.getMessage(), e);
    }
  }

  /** Forgets all data and keys; logs stay. */
  public void empty() {
    for (Path folder : List.of(postgres(), kafka(), images(), inbox(), keys())) {
      deleteTree(folder);
    }
    create();
  }

  public static void deleteTree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't delete " + folder, e);
    }
  }
}
