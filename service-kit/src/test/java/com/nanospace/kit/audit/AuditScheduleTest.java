package com.nanospace.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.testkit.AuditProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditScheduleTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

  @Inject Auditor auditor;
  @Inject ScriptedAudit scripted;

  @BeforeEach
  void forgetRuns() {
    AuditProbe.tamper("delete from audit_run");
    scripted.willFind();
  }

  @Test
  void waitsAWhileAfterTheStart() {
    AuditSchedule schedule = schedule(Duration.ofHours(1));

    pass(Duration.ofSeconds(119));
    schedule.tick();
    assertThat(scripted.looks()).isZero();

    pass(Duration.ofMinutes(6));
    schedule.tick();
    assertThat(scripted.looks()).isEqualTo(1);
  }

  @Test
  void runsOnceInAnInterval() {
    AuditSchedule one = schedule(Duration.ofHours(1));
    AuditSchedule other = schedule(Duration.ofHours(1));
    pass(Duration.ofMinutes(7));

    one.tick();
    other.tick();
    one.tick();

    assertThat(scripted.looks()).isEqualTo(1);
  }

  @Test
  void neverRunsWithoutAnInterval() {
    AuditSchedule schedule = schedule(Duration.ZERO);
    pass(Duration.ofMinutes(7));

    schedule.tick();

    assertThat(scripted.looks()).isZero();
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private AuditSchedule schedule(Duration interval) {
    return new AuditSchedule(auditor, new Every(interval), new Watch());
  }

  /** Settings of which only the interval counts. */
  private record Every(Duration interval) implements AuditConfig {

    @Override
    public Duration window() {
      return Duration.ofMinutes(1);
    }

    @Override
    public Duration secondLook() {
      return Duration.ZERO;
    }

    @Override
    public Duration longestWait() {
      return Duration.ofMinutes(1);
    }

    @Override
    public int maxRecords() {
      return 1;
    }

    @Override
    public Duration timeLimit() {
      return Duration.ofMinutes(1);
    }
  }

  /** Shows the time that the test says it is. */
  private final class Watch extends Clock {

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
