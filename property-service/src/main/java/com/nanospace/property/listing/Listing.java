package com.nanospace.property.listing;

import com.nanospace.kit.Refusal;
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

/**
 * A space on the platform, and its way to the public: pending, then approved or rejected, in the
 * end archived.
 *
 * <p>A transition returns the event it causes, or nothing when all stays as it was.
 */
@Entity
public class Listing {

  @Id private UUID id;
  private UUID ownerId;
  @Version private long version = 1;

  @Embedded private ListingDetails details;

  @SuppressWarnings("UnusedVariable") // only queries read it
  @Embedded
  private SearchKeys keys;

  @Enumerated(EnumType.STRING)
  private ListingStatus status;

  private @Nullable String rejectionReason;
  private Instant submittedAt;
  private @Nullable Instant approvedAt;
  private @Nullable Instant rejectedAt;
  private @Nullable Instant archivedAt;
  private Instant createdAt;
  private Instant updatedAt;

  @SuppressWarnings("NullAway.Init")
  protected Listing() {}

  private Listing(UUID id, UUID ownerId, ListingDetails details, Instant at) {
    this.id = id;
    this.ownerId = ownerId;
    this.details = details;
    this.keys = SearchKeys.of(details);
    this.status = ListingStatus.PENDING;
    this.submittedAt = at;
    this.createdAt = at;
    this.updatedAt = at;
  }

  /** A new listing that waits for a decision. */
  public static Listing submitted(UUID id, UUID ownerId, ListingDetails details, Instant at) {
    return new Listing(id, ownerId, details, at);
  }

  /**
   * Takes over new details. What was approved must be approved again when the public would see
   * another space; what was rejected is submitted again by any change, which is how an owner
   * answers a rejection.
   */
  public Optional<ListingEvent> change(ListingDetails changed, Instant at) {
    requireNotArchived();
    if (changed.equals(details)) {
      return Optional.empty();
    }
    boolean needsDecision =
        switch (status) {
          case APPROVED -> changed.isAnotherSpaceThan(details);
          case REJECTED -> true;
          case PENDING, ARCHIVED -> false;
        };
    details = changed;
    keys = SearchKeys.of(changed);
    updatedAt = at;
    if (!needsDecision) {
      return Optional.of(new ListingEvent.Changed(this));
    }
    status = ListingStatus.PENDING;
    submittedAt = at;
    clearDecision();
    return Optional.of(new ListingEvent.Submitted(this));
  }

  /** Makes it public; one that is public already stays as it is. */
  public Optional<ListingEvent> approve(Instant at) {
    requireNotArchived();
    if (status == ListingStatus.APPROVED) {
      return Optional.empty();
    }
    clearDecision();
    status = ListingStatus.APPROVED;
    approvedAt = at;
    updatedAt = at;
    return Optional.of(new ListingEvent.Approved(this));
  }

  /** Keeps it from the public; a rejection for the same reason again changes nothing. */
  public Optional<ListingEvent> reject(String reason, Instant at) {
    requireNotArchived();
    if (status == ListingStatus.REJECTED && reason.equals(rejectionReason)) {
      return Optional.empty();
    }
    clearDecision();
    status = ListingStatus.REJECTED;
    rejectionReason = reason;
    rejectedAt = at;
    updatedAt = at;
    return Optional.of(new ListingEvent.Rejected(this));
  }

  /** Takes it off the platform for good. */
  public ListingEvent archive(Instant at) {
    requireNotArchived();
    status = ListingStatus.ARCHIVED;
    archivedAt = at;
    updatedAt = at;
    return new ListingEvent.Archived(this);
  }

  /**
   * @throws Refusal {@code property.archived}
   */
  void requireNotArchived() {
    if (status == ListingStatus.ARCHIVED) {
      throw new Refusal(ListingError.ARCHIVED, "The property is archived");
    }
  }

  private void clearDecision() {
    rejectionReason = null;
    approvedAt = null;
    rejectedAt = null;
  }

  public boolean belongsTo(UUID person) {
    return ownerId.equals(person);
  }

  public UUID id() {
    return id;
  }

  public UUID ownerId() {
    return ownerId;
  }

  /** Grows with every change; right once the change has been flushed. */
  public long version() {
    return version;
  }

  public ListingDetails details() {
    return details;
  }

  public ListingStatus status() {
    return status;
  }

  public @Nullable String rejectionReason() {
    return rejectionReason;
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  public @Nullable Instant approvedAt() {
    return approvedAt;
  }

  public @Nullable Instant rejectedAt() {
    return rejectedAt;
  }

  public @Nullable Instant archivedAt() {
    return archivedAt;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
