package com.nanospace.kit.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.nanospace.kit.ErrorCode;
import com.nanospace.kit.ErrorKind;
import com.nanospace.kit.Refusal;
import java.util.Set;

/** The problem document with which a peer refuses, read back into the refusal that made it. */
final class PeerProblem {

  private static final Set<String> COMMON =
      Set.of("type", "title", "status", "detail", "instance", "error", "code", "request_id");

  private PeerProblem() {}

  /** A conflict with the peer's own code, sentence and extension members. */
  static Refusal conflict(JsonNode problem) {
    Refusal refusal =
        new Refusal(new Conflict(problem.path("code").asText()), problem.path("detail").asText());
    problem
        .properties()
        .forEach(
            member -> {
              if (!COMMON.contains(member.getKey())) {
                refusal.with(member.getKey(), member.getValue());
              }
            });
    return refusal;
  }

  /** A code that only the peer knows. */
  private record Conflict(String code) implements ErrorCode {

    @Override
    public ErrorKind kind() {
      return ErrorKind.CONFLICT;
    }
  }
}
