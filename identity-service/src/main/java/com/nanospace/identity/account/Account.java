package com.nanospace.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * <p>Its row is the lock of all that hangs on it (sessions, codes): whoever changes those locks the
 * account first, see {@link Accounts#lock}. Nothing but a wrong try changes a code alone.
 */
@Entity
public class Account {

  @Id private UUID id;

  /** Grows with every change that others are told of. */
  private long version;

  private String email;
  private @Nullable String phone;
  private String fullName;
  private String passwordHash;
  private @Nullable Instant passwordChangedAt;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Enumerated(EnumType.STRING)
  private AccountStatus status;

  private boolean emailVerified;
  private boolean phoneVerified;
  private Instant createdAt;

  @Column(name = "last_login_at")
  private @Nullable Instant lastLogin;

  @SuppressWarnings("NullAway.Init")
  protected Account() {}

  /** A new account, of which nothing is verified. */
  public Account(
      UUID id, EmailAddress email, Profile profile, Role role, String passwordHash, Instant at) {
    this.id = id;
    this.version = 1;
    this.email = email.typed();
    this.fullName = profile.fullName();
    this.phone = profile.phone() == null ? null : profile.phone().e164();
    this.role = role;
    this.status = AccountStatus.ACTIVE;
    this.passwordHash = passwordHash;
    this.createdAt = at;
  }

  /** The account of an operator, whose address needs no proof. */
  static Account trusted(
      UUID id, EmailAddress email, Profile profile, Role role, String passwordHash, Instant at) {
    Account account = new Account(id, email, profile, role, passwordHash, at);
    account.emailVerified = true;
    return account;
  }

  /** Takes over what changed; a new phone is unverified. Tells whether anything did. */
  boolean change(Profile profile) {
    @Nullable String newPhone = profile.phone() == null ? null : profile.phone().e164();
    boolean phoneChanges = !Objects.equals(phone, newPhone);
    if (!phoneChanges && fullName.equals(profile.fullName())) {
      return false;
    }
    fullName = profile.fullName();
    if (phoneChanges) {
      phone = newPhone;
      phoneVerified = false;
    }
    version++;
    return true;
  }

  /** The comparable forms of its address and its number. */
  public List<String> identifiers() {
    String address = new EmailAddress(email).key();
    return phone == null ? List.of(address) : List.of(address, phone);
  }

  /** Tells whether the identifier is this account's, at this moment. */
  public boolean answersTo(Identifier identifier) {
    return switch (identifier.kind()) {
      case EMAIL -> new EmailAddress(email).key().equals(identifier.value());
      case PHONE -> identifier.value().equals(phone);
    };
  }

  /**
   * Tells whether a code that is read there may set another password. A phone must be proven, for
   * it may be mistyped, and then somebody else reads it; the e-mail address is what one signs in
   * with.
   */
  public boolean isRecoverableBy(Identifier identifier) {
    return answersTo(identifier)
        && switch (identifier.kind()) {
          case EMAIL -> true;
          case PHONE -> phoneVerified;
        };
  }

  /** Marks the identifier as proven; tells whether that is news. */
  boolean verify(Identifier identifier) {
    boolean news =
        switch (identifier.kind()) {
          case EMAIL -> !emailVerified;
          case PHONE -> !phoneVerified;
        };
    switch (identifier.kind()) {
      case EMAIL -> emailVerified = true;
      case PHONE -> phoneVerified = true;
    }
    if (news) {
      version++;
    }
    return news;
  }

  /** Closes or opens the account; tells whether that changes anything. */
  boolean become(AccountStatus newStatus) {
    if (status == newStatus) {
      return false;
    }
    status = newStatus;
    version++;
    return true;
  }

  /** Tells whether that changes anything. */
  boolean become(Role newRole) {
    if (role == newRole) {
      return false;
    }
    role = newRole;
    version++;
    return true;
  }

  void changePassword(String newHash, Instant at) {
    passwordHash = newHash;
    passwordChangedAt = at;
    version++;
  }

  public void signedIn(Instant at) {
    lastLogin = at;
  }

  /** Its owner has deleted it; its last version. */
  public void erased() {
    version++;
  }

  /** Sessions ended, which others are told of. */
  public void sessionsRevoked() {
    version++;
  }

  public boolean isActive() {
    return status == AccountStatus.ACTIVE;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  /** As its owner typed it. */
  public String email() {
    return email;
  }

  /** E.164. */
  public @Nullable String phone() {
    return phone;
  }

  public Profile profile() {
    return new Profile(fullName, phone == null ? null : new PhoneNumber(phone));
  }

  public String fullName() {
    return fullName;
  }

  /** A PHC string, see {@code Passwords}. */
  public String passwordHash() {
    return passwordHash;
  }

  /** Tells one password from the next; empty for the first. */
  public Optional<Instant> passwordChangedAt() {
    return Optional.ofNullable(passwordChangedAt);
  }

  public Role role() {
    return role;
  }

  public AccountStatus status() {
    return status;
  }

  public boolean isEmailVerified() {
    return emailVerified;
  }

  public boolean isPhoneVerified() {
    return phoneVerified;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> lastLogin() {
    return Optional.ofNullable(lastLogin);
  }
}
