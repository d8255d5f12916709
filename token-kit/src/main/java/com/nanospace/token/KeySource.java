package com.nanospace.token;

import java.util.concurrent.CompletionStage;

/** Where the public keys of access tokens come from. */
public interface KeySource {

  /** A JWK Set (RFC 7517 §5); fails when it can't be had, and within a bounded time. */
  CompletionStage<String> keySet();
}
