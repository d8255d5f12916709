package com.nanospace.local.process;

import java.util.ArrayList;
import java.util.List;

/** How the JVMs of the suite are tuned: for quick starts and little memory, not for throughput. */
public final class Jvm {
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss512k",
          "-Dfile.encoding=UTF-8",
          "-Duser.timezone=UTC");

  /** Options for the named process with a heap of at most {@code heapMegabytes}. */
  public List<String> options(String name, int heapMegabytes) {
    List<String> options = new ArrayList<>(SMALL);
    options.add("-Xmx" + heapMegabytes + "m");
    return options;
  }
}
