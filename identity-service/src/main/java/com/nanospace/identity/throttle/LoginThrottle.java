package com.nanospace.identity.throttle;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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

  private final EntityManager entities;
  private final Locks locks;
  private final LoginConfig config;
  private final Clock clock;

  LoginThrottle(EntityManager entities, Locks locks, LoginConfig config, Clock clock) {
    this.entities = entities;
    this.locks = locks;
    this.config = config;
    this.clock = clock;
  }

  /**
   * To be called before the password is looked at.
   *
   * @throws Refusal {@code rate.limited}
   */
  @Transactional
  public void requireOpen(String subject) {
    refuseWhileBlocked(find(subject));
  }

  /**
   * To be called with the result, before anybody is told it.
   *
   * @throws Refusal {@code rate.limited} when others have used up the tries meanwhile
   */
  @Transactional
  public void note(String subject, boolean right) {
    locks.hold("login:" + subject);
    @Nullable FailedLogins failed = find(subject);
    refuseWhileBlocked(failed);
    if (right && failed != null) {
      entities.remove(failed);
    } else if (!right) {
      if (failed == null) {
        failed = new FailedLogins(subject, clock.instant());
        entities.persist(failed);
      }
      failed.add(clock.instant(), config);
    }
  }

  private @Nullable FailedLogins find(String subject) {
    return entities.find(FailedLogins.class, subject);
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
