package com.nanospace.kit.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a look has seen.
 *
 * @param rows how many rows and records were looked at
 * @param counterexamples the first ones in the order of their identities
 * @param further how many there are beyond those
 * @param remarks what a reader should know of how it was looked at
 */
record Findings(
    long rows, List<Counterexample> counterexamples, long further, List<String> remarks) {

  boolean isSound() {
    return total() == 0;
  }

  long total() {
    return counterexamples.size() + further;
  }

  /** What is still to be seen at a later look. */
  Findings stillIn(Findings later) {
    Set<String> known =
        counterexamples.stream().map(Counterexample::identity).collect(Collectors.toSet());
    return new Findings(
        later.rows,
        later.counterexamples.stream()
            .filter(example -> known.contains(example.identity()))
            .toList(),
        Math.min(further, later.further),
        later.remarks);
  }
}
