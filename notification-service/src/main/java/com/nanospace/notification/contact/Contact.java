package com.nanospace.notification.contact;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as identity-service last told it. */
@Entity
public class Contact {

  @Id private UUID userId;
  private long version;
  private @Nullable String email;
  private @Nullable String phone;
  private @Nullable String fullName;
  private String role;
  private String status;
  private boolean phoneVerified;

  @SuppressWarnings("NullAway.Init")
  protected Contact() {}

  Contact(ContactState state) {
    this.userId = state.userId();
    take(state);
  }

  /** Becomes that state, unless it is older than the one already known. */
  void update(ContactState state) {
    if (state.version() > version) {
      take(state);
    }
  }

  private void take(ContactState state) {
    version = state.version();
    email = state.email();
    phone = state.phone();
    fullName = state.fullName();
    role = state.role();
    status = state.status();
    phoneVerified = state.phoneVerified();
  }

  public Optional<String> email() {
    return Optional.ofNullable(email);
  }

  public Optional<String> phone() {
    return Optional.ofNullable(phone);
  }

  public boolean isPhoneVerified() {
    return phoneVerified;
  }

  /** {@code customer}, {@code owner} or {@code admin}. */
  public String role() {
    return role;
  }

  /** {@code active} or {@code suspended}. */
  public String status() {
    return status;
  }

  public Optional<String> fullName() {
    return Optional.ofNullable(fullName);
  }
}
