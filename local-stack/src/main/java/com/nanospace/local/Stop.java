package com.nanospace.local;

import com.nanospace.local.process.ProcessList;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops a suite that runs in another terminal. */
final class Stop {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Installation installation;
  private final Console console;

  Stop(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) throws IOException, InterruptedException {
    DataFolder data = Arguments.dataFolder(arguments, installation.defaultData());
    Optional<ProcessHandle> launcher =
        ProcessList.read(data.run().resolve(Stack.PROCESS_LIST)).stream()
            .filter(entry -> entry.name().equals(Stack.LAUNCHER))
            .findFirst()
            .flatMap(ProcessList.Entry::running);
    if (launcher.isEmpty()) {
      console.line("Nano Space does not run on " + data.root());
      return 0;
    }
    launcher.get().destroy();
    try {
      launcher.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new CannotRun("Nano Space has not stopped after " + PATIENCE.toSeconds() + " s");
    }
    console.line("Stopped");
    return 0;
  }
}
