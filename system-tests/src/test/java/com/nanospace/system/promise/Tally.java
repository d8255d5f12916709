package com.nanospace.system.promise;

import com.nanospace.system.promise.Call.Answer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often what came out, for a table at the end. */
final class Tally {

  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  synchronized void count(String action, Answer answer) {
    counts.computeIfAbsent(action, a -> new TreeMap<>()).merge(outcome(answer), 1, Integer::sum);
  }

  synchronized void count(String action) {
    counts.computeIfAbsent(action, a -> new TreeMap<>()).merge("done", 1, Integer::sum);
  }

  private static String outcome(Answer answer) {
    if (answer.isUnknown()) {
      return "unknown";
    }
    return answer.status() < 400 ? "done" : "%d %s".formatted(answer.status(), answer.code());
  }

  /** One line for each action. */
  synchronized String table() {
    return counts.entrySet().stream()
        .map(
            action ->
                "%-28s %6d  %s"
                    .formatted(
                        action.getKey(),
                        action.getValue().values().stream().mapToInt(count -> count).sum(),
                        action.getValue().entrySet().stream()
                            .map(outcome -> outcome.getKey() + ": " + outcome.getValue())
                            .collect(Collectors.joining(", "))))
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
