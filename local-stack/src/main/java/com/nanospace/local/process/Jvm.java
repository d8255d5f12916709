package com.nanospace.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the JVMs of the suite are run: tuned for quick starts and little memory, not for throughput.
 * A training run is slower, above all its end, and leaves a class cache for later runs.
 */
public final class Jvm {
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss512k",
          "-Xms16m",
          // Class caches are mapped where they were made for: pages that are not used stay on disk.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0",
          "-Dfile.encoding=UTF-8",
          "-Duser.timezone=UTC");

  private final Path caches;
  private final boolean training;

  private Jvm(Path caches, boolean training) {
    this.caches = caches;
    this.training = training;
  }

  /** JVMs that use the class caches in a folder, where there are any. */
  public static Jvm withCachesIn(Path caches) {
    return new Jvm(caches, false);
  }

  public Jvm training() {
    return new Jvm(caches, true);
  }

  public boolean isTrained(String name, List<Path> jars) {
    return ClassCache.of(caches, name, jars).exists();
  }

  /** Options for the named program with a heap of at most {@code heapMegabytes}. */
  public List<String> options(String name, List<Path> jars, int heapMegabytes) throws IOException {
    ClassCache cache = ClassCache.of(caches, name, jars);
    List<String> options = new ArrayList<>(SMALL);
    options.add("-Xmx" + heapMegabytes + "m");
    options.addAll(training ? cache.train() : cache.use());
    return options;
  }

  /** How long a program may take until it is ready. */
  public Duration startPatience() {
    return training ? Duration.ofMinutes(4) : Duration.ofMinutes(2);
  }

  /** How long a program may take to end. */
  public Duration stopPatience() {
    return training ? Duration.ofMinutes(3) : Duration.ofSeconds(12);
  }
}
