package com.nanospace.local;

import com.nanospace.local.keys.DeploymentKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Makes the keys of a deployment that are missing in a folder. */
final class MakeKeys {
  private final Console console;

  MakeKeys(Console console) {
    this.console = console;
  }

  int run(List<String> arguments) {
    if (arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
      throw new UsageException("keys takes one folder");
    }
    Path folder = Path.of(arguments.getFirst()).toAbsolutePath().normalize();
    List<Path> made = new DeploymentKeys(folder, Clock.systemUTC()).complete();
    made.forEach(file -> console.line("made " + file));
    if (made.isEmpty()) {
      console.line("nothing is missing in " + folder);
    }
    return 0;
  }
}
