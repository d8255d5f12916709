package com.nanospace.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactTest {

  private static final UUID ASHA = UUID.randomUUID();

  @Test
  void becomesTheNewerState() {
    Contact contact = new Contact(state(1, "old@example.com", "customer"));

    contact.update(state(2, "new@example.com", "owner"));

    assertThat(contact.email()).contains("new@example.com");
    assertThat(contact.role()).isEqualTo("owner");
    assertThat(contact.status()).isEqualTo("active");
  }

  @Test
  void ignoresAnOlderState() {
    Contact contact = new Contact(state(5, "new@example.com", "customer"));

    contact.update(state(4, "old@example.com", "customer"));

    assertThat(contact.email()).contains("new@example.com");
  }

  private static ContactState state(long version, String email, String role) {
    return new ContactState(ASHA, version, email, null, "Asha Rao", role, "active", false);
  }
}
