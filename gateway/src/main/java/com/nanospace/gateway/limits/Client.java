package com.nanospace.gateway.limits;

/** What is remembered of one client under one limit. */
abstract class Client {

  private volatile boolean exhausted;

  /** Whether it had no request left after its last one. */
  boolean isExhausted() {
    return exhausted;
  }

  void exhausted(boolean exhausted) {
    this.exhausted = exhausted;
  }
}
