package com.nanospace.system.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back on one connection.
 *
 * @param outcomes status and problem code of each reply, in order
 * @param closed whether the server ended the connection
 */
record Replies(List<String> outcomes, boolean closed, String text) {

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([2-5][0-9]{2})[ \r]");
  private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z_.]+)\"");

  static Replies parse(String text, boolean closed) {
    List<String> outcomes = new ArrayList<>();
    Matcher line = STATUS_LINE.matcher(text);
    List<Integer> starts = new ArrayList<>();
    while (line.find()) {
      starts.add(line.start());
    }
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      outcomes.add(outcome(text.substring(starts.get(i), end)));
    }
    return new Replies(List.copyOf(outcomes), closed, text);
  }

  private static String outcome(String reply) {
    String status = reply.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
    Matcher code = CODE.matcher(reply);
    return code.find() ? status + " " + code.group(1) : status;
  }

  /** Refused as a whole: nothing in it was answered otherwise. */
  boolean isRefusal() {
    return outcomes.stream().allMatch(outcome -> outcome.matches("400 request.malformed|400|501"));
  }

  boolean hasServerError() {
    return outcomes.stream().anyMatch(outcome -> outcome.startsWith("5") && !outcome.equals("501"));
  }
}
