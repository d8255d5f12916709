package com.nanospace.system.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word of a query. Grafana's intervals count as the durations that they stand for. */
record Token(Kind kind, String text) {

  private static final Pattern WORD =
      Pattern.compile(
          """
          \\s+\
          |(?<string>"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*')\
          |(?<duration>(?:[0-9]+(?:ms|[smhdwy]))+|\\$__(?:rate_interval|interval|range))\
          |(?<number>[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?)\
          |(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\
          |(?<sign>=~|!~|!=|==|>=|<=|[-+*/%^=<>(){}\\[\\],])""");

  /** What kind of word. */
  enum Kind {
    STRING,
    DURATION,
    NUMBER,
    NAME,
    SIGN,
    END
  }

  boolean is(String wanted) {
    return kind != Kind.STRING && text.equals(wanted);
  }

  static List<Token> of(String query) {
    List<Token> tokens = new ArrayList<>();
    Matcher word = WORD.matcher(query);
    int position = 0;
    while (position < query.length()) {
      if (!word.region(position, query.length()).lookingAt()) {
        throw new UnreadableQuery(query, "nothing known begins at " + query.substring(position));
      }
      position = word.end();
      for (Kind kind : List.of(Kind.STRING, Kind.DURATION, Kind.NUMBER, Kind.NAME, Kind.SIGN)) {
        String text = word.group(kind.name().toLowerCase(java.util.Locale.ROOT));
        if (text != null) {
          tokens.add(new Token(kind, text));
        }
      }
    }
    tokens.add(new Token(Kind.END, ""));
    return tokens;
  }
}
