package com.nanospace.kit.security;

import com.nanospace.kit.http.HttpClients;
import com.nanospace.token.KeySource;
import com.nanospace.token.TokenCheckConfig;
import com.nanospace.token.TokenRules;
import io.quarkus.arc.DefaultBean;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The keys that identity-service publishes, or a file that holds them. */
@DefaultBean
@ApplicationScoped
class PublishedKeys implements KeySource {

  private final HttpClient http =
      HttpClients.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI location;
  private final TokenCheckConfig config;

  PublishedKeys(TokenRules rules, TokenCheckConfig config) {
    this.location = URI.create(rules.keySet());
    this.config = config;
  }

  @Override
  public CompletionStage<String> keySet() {
    return "file".equals(location.getScheme())
        ? CompletableFuture.supplyAsync(() -> read(Path.of(location)))
        : http.sendAsync(
                HttpRequest.newBuilder(location).build(), HttpResponse.BodyHandlers.ofString())
            .orTimeout(config.fetchTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .thenApply(PublishedKeys::body);
  }

  private static String body(HttpResponse<String> reply) {
    if (reply.statusCode() != 200) {
      throw new IllegalStateException("status " + reply.statusCode());
    }
    return reply.body();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }
}
