package com.nanospace.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command line for a JVM like this one. */
public final class JavaCommand {
  private JavaCommand() {}

  public static List<String> of(List<String> options, String... rest) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of(rest));
    return command;
  }

  /** A class path of a jar (or folder of classes) and the jars of a folder, in a stable order. */
  public static String classPath(Path first, Path folder) throws IOException {
    try (Stream<Path> jars = Files.list(folder)) {
      return Stream.concat(
              Stream.of(first), jars.filter(jar -> jar.toString().endsWith(".jar")).sorted())
          .map(path -> path.toAbsolutePath().toString())
          .collect(Collectors.joining(java.io.File.pathSeparator));
    }
  }
}
