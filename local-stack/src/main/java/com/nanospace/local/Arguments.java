package com.nanospace.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Reads {@code --name value} and {@code --name=value}. */
final class Arguments {
  private Arguments() {}

  static Iterator<String> split(List<String> arguments) {
    return arguments.stream()
        .flatMap(
            argument ->
                argument.startsWith("--") && argument.contains("=")
                    ? Stream.of(argument.split("=", 2))
                    : Stream.of(argument))
        .iterator();
  }

  /** For commands whose only option is {@code --data-dir}. */
  static DataFolder dataFolder(List<String> arguments, DataFolder otherwise) {
    DataFolder data = otherwise;
    Iterator<String> rest = split(arguments);
    while (rest.hasNext()) {
      String argument = rest.next();
      if (!argument.equals("--data-dir")) {
        throw new UsageException("there is no option " + argument + " here");
      }
      data = new DataFolder(Path.of(value(argument, rest)));
    }
    return data;
  }

  static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new UsageException(option + " needs a value");
    }
    return rest.next();
  }

  static int port(String option, Iterator<String> rest) {
    String value = value(option, rest);
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the one message for all wrong values
    }
    throw new UsageException(option + " takes a port from 0 to 65535, not " + value);
  }
}
