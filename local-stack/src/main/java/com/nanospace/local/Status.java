package com.nanospace.local;

import com.nanospace.local.process.Memory;
import com.nanospace.local.process.ProcessList;
import com.nanospace.local.service.Readiness;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells whether the suite runs, where, and what it takes; exit status 3 when it does not run. */
final class Status {
  private static final int NOT_RUNNING = 3;

  private final Installation installation;
  private final Console console;

  Status(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) throws IOException {
    DataFolder data = Arguments.dataFolder(arguments, installation.defaultData());
    List<ProcessList.Entry> processes = ProcessList.read(data.run().resolve(Stack.PROCESS_LIST));
    boolean running =
        processes.stream()
            .anyMatch(entry -> entry.name().equals(Stack.LAUNCHER) && entry.running().isPresent());
    if (!running) {
      console.line("Nano Space does not run on " + data.root());
      return NOT_RUNNING;
    }
    Optional<Addresses> addresses = Addresses.read(data);
    console.heading(
        addresses.isPresent() ? "Nano Space runs" : "Nano Space is starting or stopping");
    addresses.ifPresent(this::showAddresses);
    console.line("");
    showProcesses(processes, addresses.map(Addresses::readiness).orElse(Map.of()));
    console.fact("logs", data.logs().toString());
    return 0;
  }

  private void showAddresses(Addresses addresses) {
    console.fact("gateway", addresses.gateway());
    console.fact("API documentation", addresses.gateway() + "/docs");
    console.fact("inbox", addresses.inbox());
    console.fact("PostgreSQL", addresses.postgres());
    console.fact("Kafka", addresses.kafka());
    addresses.services().forEach(console::fact);
  }

  private void showProcesses(List<ProcessList.Entry> processes, Map<String, String> readiness) {
    long sum = 0;
    for (ProcessList.Entry entry : processes) {
      Optional<ProcessHandle> process = entry.running();
      long megabytes = process.map(handle -> megabytes(entry, handle)).orElse(0L);
      sum += megabytes;
      String url = readiness.get(entry.name());
      String state =
          process.isEmpty()
              ? "gone"
              : url == null ? "runs" : Readiness.of(url) ? "ready" : "not ready";
      console.fact(entry.name(), "%-10s pid %-8d %5d MB".formatted(state, entry.pid(), megabytes));
    }
    console.fact("all together", "%30d MB resident".formatted(sum));
  }

  /** With its children, which only PostgreSQL has: those of the launcher are listed themselves. */
  private static long megabytes(ProcessList.Entry entry, ProcessHandle process) {
    Stream<ProcessHandle> children =
        entry.name().equals(Stack.LAUNCHER) ? Stream.of() : process.descendants();
    return Stream.concat(Stream.of(process), children).mapToLong(Memory::residentKilobytes).sum()
        / 1_024;
  }
}
