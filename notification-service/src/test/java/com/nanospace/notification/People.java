package com.nanospace.notification;

import static org.awaitility.Awaitility.await;

import com.nanospace.notification.contact.Contacts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** People with accounts, as identity-service tells of them. */
@ApplicationScoped
public class People {

  private final Contacts contacts;

  People(Contacts contacts) {
    this.contacts = contacts;
  }

  /** Somebody with an account. */
  public record Person(UUID id, String name, String email, String phone) {}

  /** A person whom this service already knows, and who was not welcomed. */
  public Person known(String name) {
    Person person = stranger(name);
    tell(person, 2, "user.verified", true);
    return person;
  }

  /** A person of whom nothing was told yet. */
  public Person stranger(String name) {
    UUID id = UUID.randomUUID();
    String phone = "+9198%08d".formatted(Math.floorMod(id.hashCode(), 100_000_000));
    return new Person(id, name, "p-%s@example.com".formatted(id), phone);
  }

  /** Tells of a person, and waits until this service has heard. */
  public void tell(Person person, long version, String event, boolean phoneVerified) {
    Events.of("identity.user.v1", event)
        .with("user_id", person.id())
        .with("version", version)
        .with("email", person.email())
        .with("phone", person.phone())
        .with("full_name", person.name())
        .with("phone_verified", phoneVerified)
        .publish(person.id());
    await("contact of " + person.name())
        .atMost(Duration.ofSeconds(20))
        .until(() -> isKnown(person.id()));
  }

  public boolean isKnown(UUID id) {
    return QuarkusTransaction.requiringNew().call(() -> contacts.findByIdOptional(id).isPresent());
  }
}
