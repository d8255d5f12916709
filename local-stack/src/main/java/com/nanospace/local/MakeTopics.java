package com.nanospace.local;

import com.nanospace.local.broker.TopicsMain;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Brings the topics of a Kafka cluster to what the contracts list. */
final class MakeTopics {
  private static final int MOST_REPLICAS = 9;

  private final Installation installation;

  MakeTopics(Installation installation) {
    this.installation = installation;
  }

  int run(List<String> arguments) throws IOException, InterruptedException {
    String bootstrap = "";
    int replication = 1;
    Iterator<String> rest = Arguments.split(arguments);
    while (rest.hasNext()) {
      String argument = rest.next();
      if (argument.equals("--replication")) {
        replication = replication(Arguments.value(argument, rest));
      } else if (argument.startsWith("-") || !bootstrap.isEmpty()) {
        throw new UsageException("topics does not know " + argument);
      } else {
        bootstrap = argument;
      }
    }
    if (bootstrap.isEmpty()) {
      throw new UsageException("topics needs the address of a broker, such as kafka:9092");
    }
    return new BrokerTool(installation)
        .run(TopicsMain.class, List.of(bootstrap, String.valueOf(replication)));
  }

  private static int replication(String value) {
    try {
      int replication = Integer.parseInt(value);
      if (replication >= 1 && replication <= MOST_REPLICAS) {
        return replication;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the one message for all wrong values
    }
    throw new UsageException("--replication takes 1 to " + MOST_REPLICAS + ", not " + value);
  }
}
