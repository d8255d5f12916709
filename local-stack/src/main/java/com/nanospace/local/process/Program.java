package com.nanospace.local.process;

import java.io.IOException;

/** A part of the suite that runs in a JVM of its own. */
public interface Program {
  String label();

  /** Whether a class cache of this build is there to start it with. */
  boolean isTrained();

  /** Starts it and returns when it is ready. */
  Child start(Processes processes) throws IOException, InterruptedException;

  /** Ends it in order; does nothing when it was not started. */
  void stop() throws InterruptedException;

  /** Ends it at once, whatever it does. */
  void kill();
}
