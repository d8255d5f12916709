package com.nanospace.local.postgres;

import com.nanospace.local.CannotRun;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs. They refuse to run as root; there they get a user namespace of their
 * own, in which they are nobody.
 */
final class PostgresCommands {
  private static final List<String> AS_NOBODY = List.of("unshare", "--user");

  private final PostgresBinaries binaries;
  private final Path log;
  private final List<String> prefix;

  PostgresCommands(PostgresBinaries binaries, Path log) throws IOException, InterruptedException {
    this.binaries = binaries;
    this.log = log;
    this.prefix = new UnixSystem().getUid() == 0 ? AS_NOBODY : List.of();
    if (!prefix.isEmpty() && execute(List.of("true")) != 0) {
      throw new CannotRun(
          "PostgreSQL does not run as root, and user namespaces are denied here: start Nano Space as"
              + " another user.");
    }
  }

  int run(String program, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(binaries.program(program)));
    command.addAll(arguments);
    return execute(command);
  }

  private int execute(List<String> command) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(prefix);
    line.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(command.getFirst() + " did not end in 90 s");
    }
    return process.exitValue();
  }
}
