package com.nanospace.identity.otp.api;

import com.nanospace.identity.otp.OtpConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Holds an answer back until a set time after the question, in no thread. Sending a code takes an
 * account a little longer than a stranger, which nobody is to see.
 */
@ApplicationScoped
class EvenTime {

  private final Duration answerAfter;

  EvenTime(OtpConfig config) {
    this.answerAfter = config.answerAfter();
  }

  /** Does the work now; a refusal is thrown at once. */
  <T> Uni<T> answer(Supplier<T> work) {
    long start = System.nanoTime();
    Uni<T> answer = Uni.createFrom().item(work.get());
    Duration left = answerAfter.minusNanos(System.nanoTime() - start);
    return left.isPositive() ? answer.onItem().delayIt().by(left) : answer;
  }
}
