package com.nanospace.local;

import com.nanospace.local.process.ProcessList;
import com.nanospace.local.process.RunLock;
import com.nanospace.local.service.Admin;
import java.io.IOException;
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
    Shutdown shutdown = new Shutdown(console);
    shutdown.add("", lock::close);
    endLeftovers(data);
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "stop"));
    return run(options, shutdown);
  }

  private int run(UpOptions options, Shutdown shutdown) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    console.heading("Nano Space is starting");
    Stack stack = new Stack(installation, options, console, shutdown);
    try {
      if (options.training() == Training.When.ONLY) {
        stack.train();
        return 0;
      }
      Addresses addresses = stack.start();
      showReady(addresses, options.data(), Duration.ofNanos(System.nanoTime() - begin));
      stack.awaitEnd();
      return FAILED;
    } catch (CannotRun | InterruptedException e) {
      if (shutdown.hasBegun()) { // a start that Ctrl-C cut short has nothing to complain about
        return FAILED;
      }
      throw e;
    }
  }

  private void endLeftovers(DataFolder data) throws IOException, InterruptedException {
    int ended = ProcessList.reap(data.run().resolve(Stack.PROCESS_LIST), REAP_PATIENCE);
    if (ended > 0) {
      console.line("Ended %d processes that a killed run had left behind".formatted(ended));
    }
    Addresses.forget(data);
  }

  private void showReady(Addresses addresses, DataFolder data, Duration took) {
    Admin admin = Admin.of(System.getenv());
    console.line("");
    console.heading("Nano Space is ready after " + Console.seconds(took).strip());
    console.line("");
    console.fact("gateway", addresses.gateway());
    console.fact("API documentation", addresses.gateway() + "/docs");
    console.fact("inbox", addresses.inbox());
    console.fact("admin", admin.email() + " / " + admin.password());
    console.fact("logs", data.logs().toString());
    console.line("");
    console.line("Ctrl-C stops everything; the data stays.");
  }
}
