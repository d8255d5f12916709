package com.nanospace.gateway.limits;

import com.nanospace.gateway.routing.RequestClass;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * One limit.
 *
 * @param requests that may come at once, and in each window on average
 */
record Quota(RequestClass requestClass, Scope scope, int requests, Duration window) {

  /** Its name among others. */
  String policy() {
    return requestClass.label() + "-" + scope.label();
  }

  BucketConfiguration bucket() {
    return BucketConfiguration.builder()
        .addLimit(Bandwidth.builder().capacity(requests).refillGreedy(requests, window).build())
        .build();
  }
}
