package com.nanospace.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a command of {@code ./nanospace} calls, read from its class. */
record OperatorCommand(String name) {

  private static final Pattern SERVICE = Pattern.compile("\\bService\\.([A-Z]+)\\b");
  private static final String ALL_WITH_DATABASE = "if (service.hasDatabase())";

  /** The services that it signs in at and asks. */
  Set<String> peers() {
    Set<String> peers =
        Stream.of("OperatorClient", commandClass())
            .flatMap(type -> SERVICE.matcher(source(type)).results())
            .map(found -> found.group(1).toLowerCase(Locale.ROOT) + "-service")
            .collect(Collectors.toCollection(TreeSet::new));
    if (source(commandClass()).contains(ALL_WITH_DATABASE)) {
      ServiceCode.all().stream()
          .filter(ServiceCode::usesKit)
          .map(ServiceCode::module)
          .forEach(peers::add);
    }
    return peers;
  }

  private String commandClass() {
    Matcher choice =
        Pattern.compile("case \"%s\" ->\\s+new (\\w+)\\(".formatted(Pattern.quote(name)))
            .matcher(source("Main"));
    if (!choice.find()) {
      throw new AssertionError("./nanospace has no command " + name);
    }
    return choice.group(1);
  }

  private static String source(String type) {
    try {
      return Files.readString(
          Repository.file("local-stack/src/main/java/com/nanospace/local/%s.java".formatted(type)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
