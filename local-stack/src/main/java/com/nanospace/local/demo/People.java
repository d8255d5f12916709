package com.nanospace.local.demo;

import com.nanospace.local.JsonObject;
import com.nanospace.local.demo.Api.Reply;
import java.io.IOException;
import java.util.Map;

/** Lets people in: registers who is new, signs in who is there already. */
final class People {
  private static final int CONFLICT = 409;

  private final Api api;
  private final Mailbox mailbox;

  People(Api api, Mailbox mailbox) {
    this.api = api;
    this.mailbox = mailbox;
  }

  /** Lets someone in; the mail address of someone new is verified with the code sent to it. */
  Session enter(Person person) throws IOException, InterruptedException {
    Reply registered = api.tryPost(null, "/api/auth/register", person.registration());
    if (registered.status() == CONFLICT) {
      return signIn(person.email(), Person.PASSWORD);
    }
    if (!registered.isSuccess()) {
      throw new IOException(
          "%s can't register: %s".formatted(person.email(), registered.body().members()));
    }
    verify(person.email());
    return new Session(
        registered.body().text("access_token"), () -> token(person.email(), Person.PASSWORD));
  }

  Session signIn(String identifier, String password) throws IOException, InterruptedException {
    return new Session(token(identifier, password), () -> token(identifier, password));
  }

  private String token(String identifier, String password)
      throws IOException, InterruptedException {
    JsonObject reply =
        api.post(null, "/api/auth/login", Map.of("identifier", identifier, "password", password));
    return reply.text("access_token");
  }

  private void verify(String email) throws IOException, InterruptedException {
    api.post(null, "/api/otp/send-email", Map.of("email", email));
    String code = mailbox.codeFor(email);
    api.post(null, "/api/otp/verify", Map.of("identifier", email, "otp", code));
  }
}
