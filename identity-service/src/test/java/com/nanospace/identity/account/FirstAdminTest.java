package com.nanospace.identity.account;

import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.logIn;
import static com.nanospace.identity.People.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.nanospace.identity.People.Person;
import com.nanospace.identity.throttle.Locks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FirstAdminTest {

  @Inject FirstAdmin firstAdmin;
  @Inject Accounts accounts;
  @Inject Locks locks;

  @Test
  void isMadeFromTheConfigurationAtTheStart() {
    logIn("Admin@nanospace.com", "Admin@123")
        .statusCode(200)
        .body("user.role", equalTo("admin"))
        .body("user.email_verified", equalTo(true));
  }

  @Test
  void isMadeOnceByManyReplicas() throws Exception {
    String email = newEmail();
    try (var replicas = Executors.newFixedThreadPool(6)) {
      for (Future<?> start :
          IntStream.range(0, 6)
              .mapToObj(i -> replicas.submit(() -> firstAdmin.ensure(email, "first password")))
              .toList()) {
        start.get();
      }
    }

    logIn(email, "first password").statusCode(200).body("user.role", equalTo("admin"));
  }

  @Test
  void keepsItsPasswordOverRestarts() {
    String email = newEmail();
    firstAdmin.ensure(email, "first password");

    firstAdmin.ensure(email, "second password");

    logIn(email, "first password").statusCode(200);
    logIn(email, "second password").statusCode(401);
  }

  @Test
  void waitsForNobodyOnceItIsMade() {
    String email = newEmail();
    firstAdmin.ensure(email, "first password");

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              locks.hold("first-admin");
              firstAdmin.ensure(email, "first password");
            });

    logIn(email, "first password").statusCode(200);
  }

  @Test
  void makesNobodyAnAdminWhoHadTheAddressBefore() {
    Person person = customer();

    firstAdmin.ensure(person.email(), "first password");

    assertThat(accounts.findById(person.id()).role()).isEqualTo(Role.CUSTOMER);
  }
}
