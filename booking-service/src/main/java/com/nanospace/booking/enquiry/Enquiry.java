package com.nanospace.booking.enquiry;

import com.nanospace.kit.Ids;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question that somebody asked, and what became of it. */
@Entity
public class Enquiry {

  @Id private UUID id;
  @Version private int version = 1;

  @Enumerated(EnumType.STRING)
  private EnquiryStatus status;

  @Embedded private Question question;
  @Embedded private @Nullable Interest interest;
  private @Nullable UUID customerId;
  private @Nullable String adminNotes;
  private Instant createdAt;
  private Instant updatedAt;

  @SuppressWarnings("NullAway.Init")
  protected Enquiry() {}

  Enquiry(Question question, Interest interest, @Nullable UUID customerId, Instant now) {
    this.id = Ids.next();
    this.status = EnquiryStatus.NEW;
    this.question = question;
    this.interest = interest;
    this.customerId = customerId;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** Moves on; tells whether that changes the status. */
  boolean moveTo(EnquiryStatus next, Instant now) {
    boolean changes = status != next;
    status = next;
    updatedAt = now;
    return changes;
  }

  void note(String notes) {
    adminNotes = notes;
  }

  public UUID id() {
    return id;
  }

  /** From 1, and growing with every change. */
  public int version() {
    return version;
  }

  public EnquiryStatus status() {
    return status;
  }

  public Question question() {
    return question;
  }

  public Interest interest() {
    return interest == null ? Interest.NONE : interest;
  }

  /** Who asked, when signed in. */
  public Optional<UUID> customerId() {
    return Optional.ofNullable(customerId);
  }

  /** For admins only. */
  public Optional<String> adminNotes() {
    return Optional.ofNullable(adminNotes);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
