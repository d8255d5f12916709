package com.nanospace.local.broker;

import java.util.List;
import org.apache.kafka.common.KafkaException;

/** Puts parked events back into the topics that they came from. */
public final class RedriveMain {
  private RedriveMain() {}

  /** Takes the bootstrap servers and a dead-letter topic; an empty one stands for all of them. */
  public static void main(String[] arguments) throws Exception {
    List<String> known =
        TopicSettings.ofContracts().keySet().stream()
            .filter(DeadLetters::isDeadLetterTopic)
            .toList();
    List<String> chosen = arguments[1].isEmpty() ? known : List.of(arguments[1]);
    if (!known.containsAll(chosen)) {
      System.err.println(arguments[1] + " is none of " + String.join(", ", known));
      System.exit(2);
    }
    DeadLetters letters = new DeadLetters(ClientSettings.of(arguments[0], System.getenv()));
    int all = 0;
    try {
      for (String topic : chosen) {
        int count = letters.redrive(topic);
        if (count > 0) {
          System.out.println("%,d put back from %s".formatted(count, topic));
        }
        all += count;
      }
      System.out.println(all == 0 ? "no event is parked" : "%,d put back in all".formatted(all));
    } catch (KafkaException e) {
      System.err.println("Stopped after %,d: %s".formatted(all, e.getMessage()));
      System.exit(1);
    }
  }
}
