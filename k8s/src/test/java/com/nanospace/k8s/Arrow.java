package com.nanospace.k8s;

/** Somebody who may open connections to a port of somebody else. */
record Arrow(String from, String to, int port) implements Comparable<Arrow> {

  @Override
  public int compareTo(Arrow other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return "%s -> %s:%d".formatted(from, to, port);
  }
}
