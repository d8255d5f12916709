package com.nanospace.identity.throttle;

import com.nanospace.identity.session.Sessions;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.trail.Actor;
import com.nanospace.kit.trail.Trail;
import io.quarkus.runtime.util.HashUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever guesses passwords, and bounds how many guesses all addresses together have,
 * without locking anybody out: the same address after a pause, and another one, may try again; and
 * when there were too many from everywhere, wherever the owner has signed in before.
 *
 * <p>Checked twice. Before the password is hashed, to spare the work; and when it is known whether
 * it was right, under a lock. So of many guesses at once no more are answered than of as many one
 * after the other: the rest learn nothing but that they are too fast.
 */
@ApplicationScoped
public class LoginThrottle {

  /**
   * Who is guessed at, and from where.
   *
   * @param target an account, or whoever an identifier is meant to be that no account has
   */
  public record Subject(String target, Optional<UUID> account, String network) {

    public static Subject account(UUID id, String network) {
      return new Subject(id.toString(), Optional.of(id), network);
    }

    /** What was typed is kept as a digest: it may be anything, even a password. */
    public static Subject stranger(String identifier, String network) {
      return new Subject("stranger " + HashUtil.sha256(identifier), Optional.empty(), network);
    }

    String here() {
      return target + "|" + network;
    }
  }

  private static final UUID NO_ACCOUNT = new UUID(0, 0);

  private final EntityManager entities;
  private final Sessions sessions;
  private final Locks locks;
  private final Trail trail;
  private final LoginConfig config;
  private final Clock clock;

  LoginThrottle(
      EntityManager entities,
      Sessions sessions,
      Locks locks,
      Trail trail,
      LoginConfig config,
      Clock clock) {
    this.entities = entities;
    this.sessions = sessions;
    this.locks = locks;
    this.trail = trail;
    this.config = config;
    this.clock = clock;
  }

  /**
   * To be called before the password is looked at.
   *
   * @throws Refusal {@code rate.limited}
   */
  @Transactional
  public void requireOpen(Subject subject) {
    refuseWhilePaused(failedHere(subject));
    refuseBeyondTheLimit(subject, failedAnywhere(subject));
  }

  /**
   * To be called with the result, before anybody is told it.
   *
   * @throws Refusal {@code rate.limited} when others have used up the tries meanwhile
   */
  @Transactional
  public void note(Subject subject, boolean right) {
    hold(subject);
    @Nullable FailedLogins here = failedHere(subject);
    @Nullable ConsecutiveFailures anywhere = failedAnywhere(subject);
    refuseWhilePaused(here);
    refuseBeyondTheLimit(subject, anywhere);
    if (right) {
      forget(here, anywhere);
    } else {
      addHere(subject, here);
      addAnywhere(subject, anywhere);
    }
  }

  /** To be called for who has shown otherwise that the account is theirs. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forgive(Subject subject) {
    hold(subject);
    forget(failedHere(subject), failedAnywhere(subject));
  }

  private void addHere(Subject subject, @Nullable FailedLogins known) {
    FailedLogins failed = known;
    if (failed == null) {
      failed = new FailedLogins(subject.here(), clock.instant());
      entities.persist(failed);
    }
    failed.add(clock.instant(), config);
    if (failed.blockedFor(clock.instant()).isPresent()) {
      record("sign-in.paused", subject, failed.failures());
    }
  }

  private void addAnywhere(Subject subject, @Nullable ConsecutiveFailures known) {
    ConsecutiveFailures failed = known;
    if (failed == null) {
      failed =
          new ConsecutiveFailures(
              subject.target(), subject.account().orElse(null), clock.instant());
      entities.persist(failed);
    }
    failed.add(clock.instant());
    if (failed.failures() == config.maxConsecutiveFailures()) {
      record("sign-in.limited", subject, failed.failures());
    }
  }

  private void record(String action, Subject subject, int failures) {
    subject
        .account()
        .ifPresent(
            id ->
                trail.record(
                    Actor.NOBODY, action, "account", id, null, Map.of("failures", failures)));
  }

  private void forget(@Nullable Object... failures) {
    for (@Nullable Object failed : failures) {
      if (failed != null) {
        entities.remove(failed);
      }
    }
  }

  private void hold(Subject subject) {
    locks.hold("login:" + subject.target());
  }

  private @Nullable FailedLogins failedHere(Subject subject) {
    return entities.find(FailedLogins.class, subject.here());
  }

  private @Nullable ConsecutiveFailures failedAnywhere(Subject subject) {
    return entities.find(ConsecutiveFailures.class, subject.target());
  }

  private void refuseWhilePaused(@Nullable FailedLogins failed) {
    Optional<Duration> pause =
        Optional.ofNullable(failed).flatMap(f -> f.blockedFor(clock.instant()));
    if (pause.isPresent()) {
      throw tooMany(pause.get());
    }
  }

  /** Asks the same for strangers, so that they take the same time. */
  private void refuseBeyondTheLimit(Subject subject, @Nullable ConsecutiveFailures failed) {
    if (failed != null
        && failed.failures() >= config.maxConsecutiveFailures()
        && !sessions.wereOpenedFrom(subject.account().orElse(NO_ACCOUNT), subject.network())) {
      throw tooMany(config.longestPause());
    }
  }

  private static Refusal tooMany(Duration pause) {
    return new Refusal(CommonError.RATE_LIMITED, "Too many failed logins, try again later")
        .retryAfter(pause);
  }
}
