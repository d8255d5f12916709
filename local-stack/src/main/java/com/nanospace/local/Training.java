package com.nanospace.local;

import com.nanospace.local.process.Processes;
import com.nanospace.local.process.Program;
import java.io.IOException;
import java.util.List;

/**
 * Starts the programs once to see which classes they need, and ends them so that each writes its
 * class cache: costs half a minute after a build and halves all later starts.
 */
final class Training {
  private final Programs programs;
  private final Processes processes;
  private final Console console;

  /** Takes programs on training JVMs; PostgreSQL is expected to run. */
  Training(Programs programs, Processes processes, Console console) {
    this.programs = programs;
    this.processes = processes;
    this.console = console;
  }

  void run() throws IOException, InterruptedException {
    Together started = new Together(console, "observed");
    Together ended = new Together(console, "trained");
    started.run(List.of(start(programs.kafka())));
    started.run(programs.services().stream().map(this::start).toList());
    ended.run(programs.services().stream().map(Training::stop).toList());
    ended.run(List.of(stop(programs.kafka())));
  }

  /** Gives up a training run that is no longer wanted. */
  void abort() {
    programs.services().forEach(Program::kill);
    programs.kafka().kill();
  }

  private Together.Step start(Program program) {
    return new Together.Step(program.label(), () -> program.start(processes));
  }

  private static Together.Step stop(Program program) {
    return new Together.Step(program.label(), program::stop);
  }
}
