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
    return number(option, rest, 0, 65_535);
  }

  static int number(String option, Iterator<String> rest, int lowest, int highest) {
    String value = value(option, rest);
    try {
      int number = Integer.parseInt(value);
      if (number >= lowest && number <= highest) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the one message for all wrong values
    }
    throw new UsageException(
        "%s takes a number from %d to %d, not %s".formatted(option, lowest, highest, value));
  }
}
