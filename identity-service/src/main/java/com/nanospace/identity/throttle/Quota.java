package com.nanospace.identity.throttle;

import java.time.Duration;
import java.util.List;

/**
 * What may be used so often, by whom.
 *
 * @param bucket who uses what, e.g. {@code otp-send:asha@example.com}
 * @param limits all of them hold
 */
public record Quota(String bucket, List<Limit> limits) {

  /** At most {@code uses} in any stretch of time that is {@code window} long. */
  public record Limit(int uses, Duration window) {}

  public static Quota of(String bucket, Limit... limits) {
    return new Quota(bucket, List.of(limits));
  }
}
