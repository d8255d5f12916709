package com.nanospace.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class EndedSessionsTest {

  private final EndedSessions sessions = new EndedSessions(TestTokens.RULES, new CheckSettings());

  @Test
  void remembersWhichSessionsEnded() {
    UUID ended = UUID.randomUUID();

    sessions.add(ended);
    sessions.add(ended);

    assertThat(sessions.contains(ended)).isTrue();
    assertThat(sessions.contains(UUID.randomUUID())).isFalse();
    assertThat(sessions.size()).isEqualTo(1);
  }
}
