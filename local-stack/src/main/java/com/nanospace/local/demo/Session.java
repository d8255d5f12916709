package com.nanospace.local.demo;

import java.io.IOException;
import java.time.Duration;

/** Someone's stay on the platform: a fresh access token whenever one is needed. */
final class Session {
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final SignIn signIn;
  private String token;
  private long issuedAt;

  /** Gets a new access token. */
  interface SignIn {
    String token() throws IOException, InterruptedException;
  }

  Session(String token, SignIn signIn) {
    this.token = token;
    this.signIn = signIn;
    this.issuedAt = System.nanoTime();
  }

  String token() throws IOException, InterruptedException {
    if (System.nanoTime() - issuedAt > GOOD_FOR.toNanos()) {
      token = signIn.token();
      issuedAt = System.nanoTime();
    }
    return token;
  }
}
