package com.nanospace.identity.session;

import com.nanospace.identity.client.Client;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stay of somebody in one program: the family of refresh tokens that descend from a login. */
@Entity
@SuppressWarnings("UnusedVariable") // the network is for queries, why it ended for people
public class Session {

  @Id private UUID id;
  private UUID accountId;
  private String clientAddress;

  /** {@code null} in sessions from before it was kept. */
  private @Nullable String clientNetwork;

  private @Nullable String userAgent;
  private Instant createdAt;
  private Instant lastUsedAt;
  private Instant expiresAt;
  private Instant absoluteExpiresAt;
  private @Nullable Instant endedAt;

  @Enumerated(EnumType.STRING)
  private @Nullable EndReason endReason;

  @SuppressWarnings("NullAway.Init")
  protected Session() {}

  Session(UUID id, UUID accountId, Client client, Instant at, SessionConfig config) {
    this.id = id;
    this.accountId = accountId;
    this.clientAddress = client.address();
    this.clientNetwork = client.network();
    this.userAgent = client.userAgent().orElse(null);
    this.createdAt = at;
    this.absoluteExpiresAt = at.plus(config.absoluteLifetime());
    this.lastUsedAt = at;
    this.expiresAt = idleEnd(at, config);
  }

  /** Lives on for another idle lifetime, but not beyond its absolute end. */
  void refreshed(Instant at, SessionConfig config) {
    lastUsedAt = at;
    expiresAt = idleEnd(at, config);
  }

  boolean isLive(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  void end(EndReason reason, Instant at) {
    endedAt = at;
    endReason = reason;
  }

  public UUID id() {
    return id;
  }

  public String clientAddress() {
    return clientAddress;
  }

  public Optional<String> userAgent() {
    return Optional.ofNullable(userAgent);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant lastUsedAt() {
    return lastUsedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  UUID accountId() {
    return accountId;
  }

  private Instant idleEnd(Instant at, SessionConfig config) {
    Instant idleEnd = at.plus(config.idleLifetime());
    return idleEnd.isBefore(absoluteExpiresAt) ? idleEnd : absoluteExpiresAt;
  }
}
