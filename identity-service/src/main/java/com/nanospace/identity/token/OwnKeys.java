package com.nanospace.identity.token;

import com.nanospace.token.KeySource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The keys at hand, where other services fetch them over HTTP. */
@ApplicationScoped
class OwnKeys implements KeySource {

  private final KeySet keys;

  OwnKeys(KeySet keys) {
    this.keys = keys;
  }

  @Override
  public CompletionStage<String> keySet() {
    return CompletableFuture.completedFuture(keys.toJson());
  }
}
