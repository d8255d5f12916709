package com.nanospace.property.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantedCeilingTest {

  private static final Instant ASKED = Instant.parse("2026-11-22T06:24:00Z");

  private final UUID listing = UUID.randomUUID();
  private final GrantedCeiling granted = new GrantedCeiling(ceiling(3, 5), ASKED);

  @Test
  void allowsWhatItWasGrantedForAndForThirtySeconds() {
    assertThat(granted.allows(ceiling(3, 5), ASKED.plusMillis(29_999))).isTrue();
    assertThat(granted.allows(ceiling(3, 5), ASKED.plusSeconds(30))).isFalse();
  }

  @Test
  void allowsNeitherAnotherNumberNorAnotherVersion() {
    assertThat(granted.allows(ceiling(3, 4), ASKED)).isFalse();
    assertThat(granted.allows(ceiling(4, 5), ASKED)).isFalse();
  }

  private Ceiling ceiling(long version, int seats) {
    return new Ceiling(listing, version, seats, null);
  }
}
