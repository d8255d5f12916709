package com.nanospace.gateway.routing;

import java.util.List;

/**
 * A path of literals, <code>{names}</code> for one segment and a last <code>**</code> for the rest.
 * Ordered from the specific to the general, so that the first match in order is the best one.
 */
public record PathPattern(List<String> segments) implements Comparable<PathPattern> {

  private static final String REST = "**";

  public PathPattern {
    segments = List.copyOf(segments);
    int rest = segments.indexOf(REST);
    if (rest >= 0 && rest < segments.size() - 1) {
      throw new IllegalArgumentException("** may only end a path: " + segments);
    }
  }

  public static PathPattern parse(String pattern) {
    return new PathPattern(segmentsOf(pattern));
  }

  /**
   * @param path canonical and without a trailing slash
   */
  public boolean matches(String path) {
    return matches(segmentsOf(path));
  }

  /** Tells whether a canonical path, in its segments, is of this pattern. */
  boolean matches(List<String> actual) {
    boolean open = !segments.isEmpty() && segments.getLast().equals(REST);
    int fixed = open ? segments.size() - 1 : segments.size();
    if (actual.size() < fixed || (!open && actual.size() > fixed)) {
      return false;
    }
    for (int i = 0; i < fixed; i++) {
      if (!isVariable(segments.get(i)) && !segments.get(i).equals(actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(PathPattern other) {
    int common = Math.min(segments.size(), other.segments.size());
    for (int i = 0; i < common; i++) {
      int byKind = Integer.compare(generality(segments.get(i)), generality(other.segments.get(i)));
      if (byKind != 0) {
        return byKind;
      }
    }
    int byLength = Integer.compare(segments.size(), other.segments.size());
    return byLength != 0 ? byLength : segments.toString().compareTo(other.segments.toString());
  }

  @Override
  public String toString() {
    return "/" + String.join("/", segments);
  }

  private static int generality(String segment) {
    return segment.equals(REST) ? 2 : isVariable(segment) ? 1 : 0;
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  static List<String> segmentsOf(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path starts with a slash: " + path);
    }
    return path.equals("/") ? List.of() : List.of(path.substring(1).split("/", -1));
  }
}
