package com.nanospace.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The log files of a data folder: one for each process, and the one of the run before. */
final class LogFiles {
  private static final String SUFFIX = ".log";

  private final DataFolder data;

  LogFiles(DataFolder data) {
    this.data = data;
  }

  /** Puts the logs of the last run aside, over those of the run before it. */
  void rotate() throws IOException {
    for (String name : names()) {
      Path log = data.log(name);
      Files.move(
          log, log.resolveSibling(name + SUFFIX + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  List<String> names() throws IOException {
    if (Files.notExists(data.logs())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(data.logs())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }
}
