package com.nanospace.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.system.Gateway;
import com.nanospace.system.RunningSuite;
import com.nanospace.system.access.Permission.Caller;
import com.nanospace.token.ForgedTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each caller gets what {@code docs/authorization.md} says, for each operation. */
@ExtendWith(RunningSuite.class)
@TestInstance(Lifecycle.PER_CLASS)
class AuthorizationTest {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** What its caller does not survive. */
  private static final Set<String> ENDS_ITS_CALLER =
      Set.of("POST /api/auth/logout", "DELETE /api/auth/me");

  /** Things that are gone after a yes, and how a new one is had. */
  private static final Map<String, String> ENDS_ITS_THING =
      Map.of(
          "DELETE /api/properties/{id}", "new pending listing",
          "DELETE /api/admin/enquiries/{id}", "new enquiry");

  /** Bodies that are right enough to be looked at; else {@code {}}. */
  private static final Map<String, String> BODIES =
      Map.of(
          "PUT /api/admin/users/{id}/status", "{\"status\":\"active\"}",
          "PUT /api/admin/users/{id}/role", "{\"role\":\"customer\"}",
          "PUT /api/admin/properties/{id}/reject", "{\"reason\":\"Too dark\"}",
          "PUT /api/bookings/{id}/decline", "{\"reason\":\"Full\"}",
          "PUT /api/admin/bookings/{id}/status", "{\"status\":\"confirmed\"}",
          "PUT /api/admin/enquiries/{id}/status", "{\"status\":\"contacted\"}");

  private final List<Permission> permissions = permissions();
  private final Cast cast = new Cast();

  @Test
  void everyOperationHasARow() {
    Map<String, Map<String, Object>> paths = Gateway.anyone().get("/openapi").path("paths");
    Set<String> operations = new TreeSet<>();
    paths.forEach(
        (path, members) ->
            members.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    Set<String> rows = new TreeSet<>();
    permissions.forEach(permission -> rows.add(permission.operation()));

    assertThat(rows).isEqualTo(operations);
  }

  @Test
  void eachCallerGetsWhatTheTableSays() {
    List<String> wrong = new ArrayList<>();
    for (Permission permission : permissions) {
      for (Caller caller : refusedFirst(permission)) {
        boolean isAllowed = permission.answers().get(caller).equals(Permission.YES);
        String thing =
            isAllowed
                ? ENDS_ITS_THING.getOrDefault(permission.operation(), permission.of())
                : permission.of();
        Optional<String> token =
            ENDS_ITS_CALLER.contains(permission.operation())
                ? cast.disposableToken(caller)
                : cast.token(caller);
        String id = thing.isEmpty() ? "" : cast.idOf(thing);
        Response reply = ask(permission, id, token);
        if (!matches(permission.answers().get(caller), reply)) {
          wrong.add(
              "%s by %s: %s instead of %s"
                  .formatted(
                      permission, caller, reply.statusLine(), permission.answers().get(caller)));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    List<String> wrong = new ArrayList<>();
    for (Permission permission : permissions) {
      if (permission.namesSomething()) {
        for (Caller caller : Caller.values()) {
          Response reply = ask(permission, UUID.randomUUID().toString(), cast.token(caller));
          String said = permission.answers().get(caller);
          Set<Integer> right =
              switch (said) {
                case "401" -> Set.of(401);
                case "403" -> Set.of(403, 404);
                default -> Set.of(404);
              };
          if (!right.contains(reply.statusCode())) {
            wrong.add("%s by %s: %s".formatted(permission, caller, reply.statusLine()));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aTokenThatDoesNotCountOpensNothing() throws Exception {
    SigningKey key = SigningKey.ofTheSuite();
    String expired =
        ForgedTokens.of(key.kid(), key.privateKey(), key.publicKey(), Instant.now())
            .get("expired a minute ago");
    List<String> wrong = new ArrayList<>();
    for (String token : List.of(cast.suspendedToken(), expired)) {
      Set<String> asked = new HashSet<>();
      for (Permission permission : permissions) {
        if (permission.looksAtTokens() && asked.add(permission.operation())) {
          Response reply = ask(permission, UUID.randomUUID().toString(), Optional.of(token));
          if (reply.statusCode() != 401) {
            wrong.add("%s: %s".formatted(permission, reply.statusLine()));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** A yes may change what the others ask about. */
  private static List<Caller> refusedFirst(Permission permission) {
    return permission.answers().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().equals(Permission.YES)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean matches(String answer, Response reply) {
    int status = reply.statusCode();
    return answer.equals(Permission.YES)
        ? status < 500 && !Set.of(401, 403, 404).contains(status)
        : answer.equals(String.valueOf(status));
  }

  private static Response ask(Permission permission, String id, Optional<String> token) {
    String path = permission.path().replaceAll("\\{\\w+}", id);
    RequestSpecification request =
        switch (permission.operation()) {
          case "POST /api/uploads/image" ->
              Gateway.anyoneWithoutBody().multiPart("file", "no image");
          case String operation when operation.startsWith("GET") -> Gateway.anyoneWithoutBody();
          case String operation -> Gateway.anyone().body(BODIES.getOrDefault(operation, "{}"));
        };
    token.ifPresent(bearer -> request.auth().oauth2(bearer));
    return request.request(permission.method(), path);
  }

  private static List<Permission> permissions() {
    try {
      return Permission.all();
    } catch (IOException e) {
      throw new IllegalStateException("docs/authorization.md can't be read", e);
    }
  }
}
