package com.nanospace.booking;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
@Mock
@ApplicationScoped
public class TestClock extends Clock {

  public static final Instant START = Instant.parse("2026-11-22T06:24:00Z");

  private volatile Instant now = START;

  /** What day it is in Kolkata, unless a test has moved the clock. */
  public static LocalDate today() {
    return LocalDate.ofInstant(START, ZoneId.of("Asia/Kolkata"));
  }

  public void advance(Duration duration) {
    now = now.plus(duration);
  }

  public void reset() {
    now = START;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
