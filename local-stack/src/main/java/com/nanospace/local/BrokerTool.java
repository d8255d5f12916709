package com.nanospace.local;

import com.nanospace.local.process.JavaCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a program that talks to a Kafka cluster in a JVM of its own: Kafka's classes are not on the
 * launcher's class path.
 */
final class BrokerTool {
  private static final List<String> JVM =
      List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

  private final Installation installation;

  BrokerTool(Installation installation) {
    this.installation = installation;
  }

  /** Returns its exit status; what it says goes where this process' output goes. */
  int run(Class<?> program, List<String> arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            JavaCommand.of(
                JVM,
                "-cp",
                JavaCommand.classPath(installation.classes(), installation.brokerLibraries()),
                program.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
