package com.nanospace.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.notification.channel.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RestTest {

  private static final Outcome AWAY = new Outcome.Away("no connection");
  private static final Outcome SENT = new Outcome.Sent(null);

  private Instant now = Instant.parse("2026-11-22T06:24:00Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final Rest rest =
      new Rest(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30)), clock);

  @Test
  void letsEverythingPassWhileAllIsWell() {
    rest.learned(SENT);

    assertThat(rest.allows(4)).isEqualTo(4);
  }

  @Test
  void letsNothingPassWhileItRests() {
    rest.learned(AWAY);

    assertThat(rest.allows(4)).isZero();
  }

  @Test
  void sendsOneScoutAfterItsRestAndNobodyElse() {
    rest.learned(AWAY);
    pass(Duration.ofSeconds(1));

    assertThat(rest.allows(4)).isEqualTo(1);
    rest.started(1);
    assertThat(rest.allows(4)).isZero();
  }

  @Test
  void opensWhenTheScoutGotThrough() {
    rest.learned(AWAY);
    pass(Duration.ofSeconds(1));
    rest.started(1);

    rest.learned(SENT);

    assertThat(rest.allows(4)).isEqualTo(4);
  }

  @Test
  void restsLongerWhenTheScoutFoundNobody() {
    rest.learned(AWAY);
    pass(Duration.ofSeconds(1));
    rest.started(1);

    rest.learned(AWAY);
    pass(Duration.ofMillis(999));

    assertThat(rest.allows(4)).isZero();
    pass(Duration.ofMillis(1001));
    assertThat(rest.allows(4)).isEqualTo(1);
  }

  @Test
  void countsWhatFailedTogetherOnce() {
    for (int i = 0; i < 20; i++) {
      rest.learned(AWAY);
    }

    pass(Duration.ofSeconds(1));

    assertThat(rest.allows(4)).isEqualTo(1);
  }

  @Test
  void sendsAnotherScoutWhenTheFirstHadNothingToSend() {
    rest.learned(AWAY);
    pass(Duration.ofSeconds(1));
    rest.started(1);

    rest.ended();

    assertThat(rest.allows(4)).isEqualTo(1);
  }

  @Test
  void aRefusedMessageIsASignOfLife() {
    rest.learned(AWAY);

    rest.learned(new Outcome.Refused("no such user"));

    assertThat(rest.allows(4)).isEqualTo(4);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
