package com.nanospace.system.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of {@code docs/authorization.md}: what each caller gets for an operation.
 *
 * @param of what the path names, empty when it names nothing
 * @param answers {@code yes}, or the status of the refusal
 */
record Permission(String method, String path, String of, Map<Caller, String> answers) {

  static final String YES = "yes";

  private static final Pattern ROW =
      Pattern.compile("\\| `([A-Z]+) ([^`]+)` \\| ([a-z ]*?) ?\\| (.+) \\|");

  /** The columns, in their order. */
  enum Caller {
    ANONYMOUS,
    CUSTOMER,
    OTHER_CUSTOMER,
    OWNER,
    OTHER_OWNER,
    ADMIN
  }

  static List<Permission> all() throws IOException {
    try (var lines = Files.lines(Path.of("../docs/authorization.md"))) {
      return lines.map(ROW::matcher).filter(Matcher::matches).map(Permission::of).toList();
    }
  }

  private static Permission of(Matcher row) {
    Iterator<String> cells = Arrays.stream(row.group(4).split("\\|")).map(String::strip).iterator();
    Map<Caller, String> answers = new EnumMap<>(Caller.class);
    for (Caller caller : Caller.values()) {
      answers.put(caller, cells.next());
    }
    return new Permission(row.group(1), row.group(2), row.group(3), answers);
  }

  String operation() {
    return method + " " + path;
  }

  /** All but the pages of the gateway's own. */
  boolean looksAtTokens() {
    return path.startsWith("/api/") || path.startsWith("/.well-known/");
  }

  boolean namesSomething() {
    return path.contains("{");
  }

  @Override
  public String toString() {
    return of.isEmpty() ? operation() : operation() + " of " + of;
  }
}
