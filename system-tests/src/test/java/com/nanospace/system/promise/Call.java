package com.nanospace.system.promise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.system.Gateway;
import com.nanospace.system.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A request at the gateway, told by its outcome alone, so that many can run side by side. */
record Call(HttpRequest request) {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * What came back.
   *
   * @param status 0 when nothing did: whether the request had an effect is unknown then
   */
  record Answer(int status, String body, Map<String, List<String>> headers, Duration took) {

    boolean isUnknown() {
      return status == 0;
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("no JSON: " + body, e);
      }
    }

    String code() {
      return json().path("code").asText();
    }

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  static Call get(Person who, String path) {
    return new Call(base(who, path).GET().build());
  }

  static Call post(Person who, String path, Map<String, ?> body) {
    return new Call(base(who, path).POST(json(body)).build());
  }

  static Call put(Person who, String path, Map<String, ?> body) {
    return new Call(base(who, path).PUT(json(body)).build());
  }

  /** The same request under an idempotency key. */
  Call under(String key) {
    return new Call(
        HttpRequest.newBuilder(request, (name, value) -> true)
            .header("Idempotency-Key", key)
            .build());
  }

  Answer send() {
    long begin = System.nanoTime();
    try {
      HttpResponse<String> reply = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(reply.statusCode(), reply.body(), reply.headers().map(), since(begin));
    } catch (IOException e) {
      return new Answer(0, String.valueOf(e), Map.of(), since(begin));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(0, "interrupted", Map.of(), since(begin));
    }
  }

  /** Sends all of them at the same moment, each from a thread of its own. */
  static List<Answer> together(List<Call> calls) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> pending = new ArrayList<>();
      for (Call call : calls) {
        pending.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.send();
                }));
      }
      start.countDown();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : pending) {
        answers.add(answer.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static HttpRequest.Builder base(Person who, String path) {
    return HttpRequest.newBuilder(URI.create(Gateway.origin() + path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + who.accessToken());
  }

  private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
    try {
      return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
