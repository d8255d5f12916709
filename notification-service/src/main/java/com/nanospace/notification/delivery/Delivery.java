package com.nanospace.notification.delivery;

import com.nanospace.kit.Ids;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.Correlation;
import com.nanospace.notification.message.Medium;
import com.nanospace.notification.message.Notice;
import com.nanospace.notification.otp.SealedCode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message of one event for one recipient on one channel: its plan and what became of it. */
@Entity
public class Delivery {

  private static final int MAX_REASON = 500;

  @Id private UUID id;
  private String eventId;
  private String recipient;
  private String channel;
  private @Nullable UUID userId;
  private @Nullable String address;
  private String notice;
  private String kind;

  @SuppressWarnings("UnusedVariable") // read by the query that claims
  private boolean urgent;

  private String facts;
  private @Nullable String sealedCode;
  private @Nullable Instant expiresAt;
  private String status;
  private int attempts;
  private Instant nextAttemptAt;
  private @Nullable UUID claim;
  private @Nullable String reason;
  private @Nullable String reference;
  private String requestId;
  private @Nullable String traceparent;
  private Instant createdAt;
  private Instant updatedAt;
  private @Nullable Instant sentAt;

  @SuppressWarnings("NullAway.Init")
  protected Delivery() {}

  Delivery(
      String eventId,
      Recipient recipient,
      Medium medium,
      Notice notice,
      String facts,
      Correlation cause,
      Instant now) {
    this.id = Ids.next();
    this.eventId = eventId;
    this.recipient = recipient.key();
    this.channel = medium.wireName();
    this.userId = recipient.userId();
    this.address = recipient.address();
    this.notice = notice.wireName();
    this.kind = notice.kind().wireName();
    this.urgent = notice.kind().isMandatory();
    this.facts = facts;
    this.status = DeliveryStatus.PENDING.wireName();
    this.requestId = cause.requestId();
    this.traceparent = cause.traceparent();
    this.nextAttemptAt = now;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** Puts a code into the message; it stays encrypted until it is sent. */
  Delivery carrying(SealedCode code) {
    this.sealedCode = code.jwe();
    this.expiresAt = code.expiresAt();
    return this;
  }

  /** Whether that claim still holds, which it does until another replica takes over. */
  boolean isClaimedBy(UUID claimant) {
    return isPending() && claimant.equals(claim);
  }

  boolean isPending() {
    return status.equals(DeliveryStatus.PENDING.wireName());
  }

  boolean isSent() {
    return status.equals(DeliveryStatus.SENT.wireName());
  }

  boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** Notes where it goes, as looked up just now. */
  void addressTo(String found) {
    address = found;
  }

  void sent(@Nullable String takenAs, Instant now) {
    end(DeliveryStatus.SENT, null, now);
    reference = takenAs;
    sentAt = now;
    sealedCode = null;
  }

  void skipped(String why, Instant now) {
    end(DeliveryStatus.SKIPPED, why, now);
    sealedCode = null;
  }

  /** Keeps the sealed code, so that an admin may have it tried again while it is good. */
  void failed(String why, Instant now) {
    end(DeliveryStatus.FAILED, why, now);
  }

  /** Given up by a claim that finds its tries used up; that claim itself is no try. */
  void abandoned(Instant now) {
    attempts--;
    failed("its sender died at try " + attempts, now);
  }

  /** Waits until then for its next try. */
  void postponed(String why, Instant until, Instant now) {
    reason = shortened(why);
    claim = null;
    nextAttemptAt = until;
    updatedAt = now;
  }

  /** Waits for its channel; what happened does not count as a try of this message. */
  void handedBack(String why, Instant now) {
    postponed(why, now, now);
    attempts = Math.max(0, attempts - 1);
  }

  /**
   * Starts all over.
   *
   * @throws Refusal unless it has failed and may still be sent
   */
  void retry(Instant now) {
    if (!status.equals(DeliveryStatus.FAILED.wireName())) {
      throw new Refusal(
          DeliveryError.NOT_FAILED, "Only a failed delivery can be retried, this one is " + status);
    }
    if (isExpired(now)) {
      throw new Refusal(DeliveryError.CODE_EXPIRED, "The code of this delivery has expired");
    }
    status = DeliveryStatus.PENDING.wireName();
    attempts = 0;
    reason = null;
    nextAttemptAt = now;
    updatedAt = now;
  }

  private void end(DeliveryStatus how, @Nullable String why, Instant now) {
    status = how.wireName();
    reason = why == null ? null : shortened(why);
    claim = null;
    updatedAt = now;
  }

  private static String shortened(String why) {
    return why.length() <= MAX_REASON ? why : why.substring(0, MAX_REASON);
  }

  public UUID id() {
    return id;
  }

  public String eventId() {
    return eventId;
  }

  /** The user's id, or the address when there is no user. */
  public String recipient() {
    return recipient;
  }

  public Optional<UUID> userId() {
    return Optional.ofNullable(userId);
  }

  public Optional<String> address() {
    return Optional.ofNullable(address);
  }

  public Medium medium() {
    return Medium.of(channel);
  }

  public String kind() {
    return kind;
  }

  public Notice notice() {
    return Notice.of(notice);
  }

  String facts() {
    return facts;
  }

  Optional<String> sealedCode() {
    return Optional.ofNullable(sealedCode);
  }

  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /** {@link DeliveryStatus}, by its stable word. */
  public String status() {
    return status;
  }

  public int attempts() {
    return attempts;
  }

  public Instant nextAttemptAt() {
    return nextAttemptAt;
  }

  /** Why it was skipped, has failed or waits. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** What the other side calls it. */
  public Optional<String> reference() {
    return Optional.ofNullable(reference);
  }

  /** The request that caused it. */
  Correlation cause() {
    return Correlation.of(requestId, traceparent);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public Optional<Instant> sentAt() {
    return Optional.ofNullable(sentAt);
  }
}
