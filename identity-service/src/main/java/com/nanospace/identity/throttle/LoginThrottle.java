package com.nanospace.identity.throttle;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.trail.Actor;
import com.nanospace.kit.trail.Trail;
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
 * Slows down whoever guesses passwords, without locking anybody out: another address, and the same
 * one after a pause, may always try.
 *
 * <p>Checked twice. Before the password is hashed, to spare the work; and when it is known whether
 * it was right, under a lock. So of many guesses at once no more are answered than of as many one
 * after the other: the rest learn nothing but that they are too fast.
 */
@ApplicationScoped
public class LoginThrottle {

  /** Who is guessed at, and from where. */
  public record Subject(String key, Optional<UUID> account) {

    public static Subject account(UUID id, String network) {
      return new Subject(id + "|" + network, Optional.of(id));
    }

    /** Whoever an identifier is meant to be that no account has. */
    public static Subject stranger(String identifier, String network) {
      return new Subject("stranger " + identifier + "|" + network, Optional.empty());
    }
  }

  private final EntityManager entities;
  private final Locks locks;
  private final Trail trail;
  private final LoginConfig config;
  private final Clock clock;

  LoginThrottle(EntityManager entities, Locks locks, Trail trail, LoginConfig config, Clock clock) {
    this.entities = entities;
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
    refuseWhileBlocked(find(subject));
  }

  /**
   * To be called with the result, before anybody is told it.
   *
   * @throws Refusal {@code rate.limited} when others have used up the tries meanwhile
   */
  @Transactional
  public void note(Subject subject, boolean right) {
    hold(subject);
    @Nullable FailedLogins failed = find(subject);
    refuseWhileBlocked(failed);
    if (right && failed != null) {
      entities.remove(failed);
    } else if (!right) {
      if (failed == null) {
        failed = new FailedLogins(subject.key(), clock.instant());
        entities.persist(failed);
      }
      failed.add(clock.instant(), config);
      recordPause(subject, failed);
    }
  }

  private void recordPause(Subject subject, FailedLogins failed) {
    if (subject.account().isPresent() && failed.blockedFor(clock.instant()).isPresent()) {
      trail.record(
          Actor.NOBODY,
          "sign-in.paused",
          "account",
          subject.account().get(),
          null,
          Map.of("failures", failed.failures()));
    }
  }

  /** To be called for who has shown otherwise that the account is theirs. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forgive(Subject subject) {
    hold(subject);
    @Nullable FailedLogins failed = find(subject);
    if (failed != null) {
      entities.remove(failed);
    }
  }

  private void hold(Subject subject) {
    locks.hold("login:" + subject.key());
  }

  private @Nullable FailedLogins find(Subject subject) {
    return entities.find(FailedLogins.class, subject.key());
  }

  private void refuseWhileBlocked(@Nullable FailedLogins failed) {
    Optional<Duration> blocked =
        Optional.ofNullable(failed).flatMap(f -> f.blockedFor(clock.instant()));
    if (blocked.isPresent()) {
      throw new Refusal(CommonError.RATE_LIMITED, "Too many failed logins, try again later")
          .retryAfter(blocked.get());
    }
  }
}
