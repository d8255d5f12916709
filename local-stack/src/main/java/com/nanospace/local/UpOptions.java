package com.nanospace.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What {@code up} was asked.
 *
 * @param port of the gateway, 0 for any free one
 * @param inboxPort of the inbox, 0 for any free one
 * @param host the address both listen on
 * @param replicas processes of each service
 * @param fresh whether to forget earlier data
 * @param training when to prepare quick starts where that was not done for this build
 * @param demo whether to load the demonstration data
 */
record UpOptions(
    int port,
    int inboxPort,
    String host,
    int replicas,
    boolean fresh,
    Training.When training,
    boolean demo,
    DataFolder data) {

  private static final int MAX_REPLICAS = 3;

  static UpOptions parse(List<String> arguments, DataFolder defaultData) {
    int port = 8080;
    int inboxPort = 8025;
    String host = "127.0.0.1";
    int replicas = 1;
    boolean fresh = false;
    Training.When training = Training.When.FIRST;
    boolean demo = false;
    DataFolder data = defaultData;
    Iterator<String> rest = Arguments.split(arguments);
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--port" -> port = Arguments.port(option, rest);
        case "--inbox-port" -> inboxPort = Arguments.port(option, rest);
        case "--host" -> host = Arguments.value(option, rest);
        case "--replicas" -> replicas = Arguments.number(option, rest, 1, MAX_REPLICAS);
        case "--fresh" -> fresh = true;
        case "--no-train" -> training = Training.When.NEVER;
        case "--train-only" -> training = Training.When.ONLY;
        case "--demo" -> demo = true;
        case "--data-dir" -> data = new DataFolder(Path.of(Arguments.value(option, rest)));
        default -> throw new UsageException("up does not know " + option);
      }
    }
    if (port != 0 && port == inboxPort) {
      throw new UsageException("--port and --inbox-port can't both be " + port);
    }
    return new UpOptions(port, inboxPort, host, replicas, fresh, training, demo, data);
  }
}
