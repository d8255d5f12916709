package com.nanospace.local;

import com.nanospace.local.process.Processes;
import com.nanospace.local.process.Program;
import java.io.IOException;
import java.util.List;

/**
 * A trial run of programs that have no class cache of their build yet: they are started to see
 * which classes they need, and write their caches as they end. Costs half a minute after a build
 * and halves all later starts.
 */
final class Training {
  /** What a start makes of programs without a class cache. */
  enum When {
    /** Starts them as they are. */
    NEVER,
    /** Trains them, then starts them. */
    FIRST,
    /** Trains them and ends. */
    ONLY
  }

  private final List<Program> programs;
  private final Processes processes;
  private final Console console;

  /** Takes programs on training JVMs; what they need runs already. */
  Training(List<Program> programs, Processes processes, Console console) {
    this.programs = programs;
    this.processes = processes;
    this.console = console;
  }

  void run() throws IOException, InterruptedException {
    together("observed", program -> program.start(processes));
    together("prepared", Program::stop);
  }

  /** Gives up a trial run that is no longer wanted. */
  void abort() {
    programs.forEach(Program::kill);
  }

  private void together(String outcome, Phase phase) throws IOException, InterruptedException {
    new Together(console, outcome)
        .run(
            programs.stream()
                .map(program -> new Together.Step(program.label(), () -> phase.of(program)))
                .toList());
  }

  private interface Phase {
    void of(Program program) throws IOException, InterruptedException;
  }
}
