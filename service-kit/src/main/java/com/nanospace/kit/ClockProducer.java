package com.nanospace.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * The one clock; tests replace it. Ticks in milliseconds, so that what is replied is what is
 * stored.
 */
class ClockProducer {

  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
