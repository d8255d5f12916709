package com.nanospace.identity.otp;

import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.Identifier;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A code that was sent, or would have been if its identifier were known. */
@Entity
@SuppressWarnings("UnusedVariable") // the hash is compared by OpenCode
class OneTimeCode {

  @Id private UUID id;
  private @Nullable UUID accountId;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private String identifier;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  private byte[] codeHash;
  private int triesLeft;
  private Instant issuedAt;
  private Instant expiresAt;
  private @Nullable Instant closedAt;

  @SuppressWarnings("NullAway.Init")
  protected OneTimeCode() {}

  /** For an account, or for nobody. */
  OneTimeCode(
      UUID id,
      @Nullable UUID accountId,
      Identifier identifier,
      Purpose purpose,
      byte[] codeHash,
      Instant at,
      OtpConfig config) {
    this.id = id;
    this.accountId = accountId;
    this.channel = Channel.to(identifier);
    this.identifier = identifier.value();
    this.purpose = purpose;
    this.codeHash = codeHash.clone();
    this.triesLeft = config.triesPerCode();
    this.issuedAt = at;
    this.expiresAt = at.plus(config.lifetime());
  }

  /** This code as it goes out to the one whose identifier it is for. */
  IssuedCode to(Account owner, String code) {
    String recipient = channel == Channel.EMAIL ? owner.email() : identifier;
    return new IssuedCode(id, channel, recipient, purpose, code, issuedAt, expiresAt);
  }

  void use(Instant at) {
    close(at);
  }

  /** Takes one try away; the last one closes the code. */
  void missed(Instant at) {
    triesLeft--;
    if (triesLeft == 0) {
      close(at);
    }
  }

  private void close(Instant at) {
    if (closedAt != null) {
      throw new IllegalStateException("A code counts once");
    }
    closedAt = at;
  }

  UUID id() {
    return id;
  }

  Optional<UUID> accountId() {
    return Optional.ofNullable(accountId);
  }

  int triesLeft() {
    return triesLeft;
  }
}
