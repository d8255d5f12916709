package com.nanospace.local.broker;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/** Makes the topics of the contracts on any cluster, however it is secured. */
public final class TopicsMain {
  private TopicsMain() {}

  /** Takes the bootstrap servers and the number of replicas of a new topic. */
  public static void main(String[] arguments) throws Exception {
    Topics topics =
        new Topics(
            ClientSettings.of(arguments[0], System.getenv()), Short.parseShort(arguments[1]));
    try {
      List<String> made = topics.create(TopicSettings.ofContracts());
      made.forEach(name -> System.out.println("made " + name));
      System.out.println(made.isEmpty() ? "no topic is missing" : made.size() + " topics made");
    } catch (ExecutionException e) {
      System.err.println(
          "The topics can't be made: " + Objects.requireNonNullElse(e.getCause(), e).getMessage());
      System.exit(1);
    }
  }
}
