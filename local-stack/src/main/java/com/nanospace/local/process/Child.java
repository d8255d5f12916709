package com.nanospace.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process of the suite, its output in a log file. Ctrl-C at the terminal reaches every process in
 * the foreground; children ignore it, so that the launcher stops them in order.
 */
public final class Child {
  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  public static Child start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    List<String> shielded = new ArrayList<>(List.of("/bin/sh", "-c"));
    shielded.add("trap '' INT HUP; exec \"$@\"");
    shielded.add("sh");
    shielded.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(shielded)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Child(process);
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end and returns its exit status. */
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  public void onEnd(Runnable action) {
    Processes.onEnd(handle(), action);
  }

  /** Ends it and its own children at once. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Asks it to end, and makes it end when it has not after {@code patience}. */
  public void stop(Duration patience) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
      process.waitFor();
    }
  }
}
