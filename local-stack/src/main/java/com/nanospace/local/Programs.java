package com.nanospace.local;

import com.nanospace.local.process.Program;
import java.util.List;
import java.util.stream.Stream;

/** Everything that runs in a JVM of its own. */
record Programs(Program kafka, List<Program> services) {
  boolean areTrained() {
    return Stream.concat(Stream.of(kafka), services.stream()).allMatch(Program::isTrained);
  }
}
