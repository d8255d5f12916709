package com.nanospace.gateway.limits;

import io.vertx.core.Future;

/** Counts requests. */
interface Counters {

  /**
   * Counts one request; it never fails.
   *
   * @param key whose request it is, in the quota's scope
   */
  Future<Count> count(Quota quota, String key);
}
