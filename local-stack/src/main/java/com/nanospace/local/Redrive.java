package com.nanospace.local;

import com.nanospace.local.broker.RedriveMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Puts parked events back into their topics, once what was wrong with them has been mended. */
final class Redrive {
  private final Installation installation;

  Redrive(Installation installation) {
    this.installation = installation;
  }

  int run(List<String> arguments) throws IOException, InterruptedException {
    DataFolder data = installation.defaultData();
    String bootstrap = "";
    String topic = "";
    Iterator<String> rest = Arguments.split(arguments);
    while (rest.hasNext()) {
      String argument = rest.next();
      switch (argument) {
        case "--data-dir" -> data = new DataFolder(Path.of(Arguments.value(argument, rest)));
        case "--topic" -> topic = Arguments.value(argument, rest);
        default -> {
          if (argument.startsWith("-") || !bootstrap.isEmpty()) {
            throw new UsageException("redrive does not know " + argument);
          }
          bootstrap = argument;
        }
      }
    }
    return new BrokerTool(installation)
        .run(RedriveMain.class, List.of(bootstrap.isEmpty() ? broker(data) : bootstrap, topic));
  }

  private static String broker(DataFolder data) throws IOException {
    return Addresses.read(data)
        .map(Addresses::kafka)
        .orElseThrow(
            () ->
                new CannotRun(
                    "Nano Space does not run on %s; name a broker, such as kafka:9092"
                        .formatted(data.root())));
  }
}
