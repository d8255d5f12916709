package com.nanospace.local;

import com.nanospace.local.process.ProcessList;
import com.nanospace.local.process.RunLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Starts everything, says where it is, and stops it on Ctrl-C. */
final class Up {
  private static final int FAILED = 1;
  private static final Duration REAP_PATIENCE = Duration.ofSeconds(8);

  private final Installation installation;
  private final Console console;

  Up(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) throws IOException, InterruptedException {
    UpOptions options = UpOptions.parse(arguments, installation.defaultData());
    DataFolder data = options.data();
    data.create();
    RunLock lock =
        RunLock.take(data.run().resolve("lock"))
            .orElseThrow(
                () ->
                    new CannotRun(
                        "Nano Space already runs on " + data.root() + "; see ./nanospace status"));
    endLeftovers(data);
    Stack stack = new Stack(installation, options, console);
    stack.onStop("", lock::close);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop"));
    try {
      stack.start();
      stack.awaitEnd();
      return FAILED;
    } catch (CannotRun | InterruptedException e) {
      if (stack.isStopping()) { // a start that Ctrl-C cut short has nothing to complain about
        return 0;
      }
      throw e;
    }
  }

  private void endLeftovers(DataFolder data) throws IOException, InterruptedException {
    Path processes = data.run().resolve(Stack.PROCESS_LIST);
    int ended = ProcessList.reap(processes, REAP_PATIENCE);
    if (ended > 0) {
      console.line("Ended %d processes that a killed run had left behind".formatted(ended));
    }
    Addresses.forget(data);
  }
}
