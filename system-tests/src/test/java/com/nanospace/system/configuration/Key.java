package com.nanospace.system.configuration;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One configuration key.
 *
 * @param fallback the default as it is written; empty when there is none
 * @param meaning sentences in Markdown
 */
record Key(String name, String fallback, String meaning) implements Comparable<Key> {

  private static final Pattern SECRET =
      Pattern.compile(".*(password|secret|auth-token|jaas-config|jaas\\.config)");
  private static final Pattern SECRET_FILE = Pattern.compile(".*(key-folder|decryption-key)");

  /** The environment variable that sets it, by the rules of MicroProfile Config 3.1 §5.3.1. */
  String variable() {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  String secrecy() {
    return SECRET.matcher(name).matches()
        ? "secret"
        : SECRET_FILE.matcher(name).matches() ? "path of a secret" : "";
  }

  @Override
  public int compareTo(Key other) {
    return name.compareTo(other.name);
  }
}
