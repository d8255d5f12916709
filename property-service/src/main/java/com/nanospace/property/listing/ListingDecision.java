package com.nanospace.property.listing;

import com.nanospace.kit.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who decided what about a listing, when and why; written once and never changed. */
@Entity
public class ListingDecision {

  @Id private UUID id;

  @SuppressWarnings("UnusedVariable") // only queries read it
  private UUID listingId;

  @Enumerated(EnumType.STRING)
  private ListingStatus decision;

  private @Nullable String reason;
  private UUID decidedBy;
  private Instant decidedAt;

  @SuppressWarnings("NullAway.Init")
  protected ListingDecision() {}

  private ListingDecision(
      UUID listingId,
      ListingStatus decision,
      @Nullable String reason,
      UUID decidedBy,
      Instant decidedAt) {
    this.id = Ids.next();
    this.listingId = listingId;
    this.decision = decision;
    this.reason = reason;
    this.decidedBy = decidedBy;
    this.decidedAt = decidedAt;
  }

  static ListingDecision approval(UUID listingId, UUID decidedBy, Instant at) {
    return new ListingDecision(listingId, ListingStatus.APPROVED, null, decidedBy, at);
  }

  static ListingDecision rejection(UUID listingId, String reason, UUID decidedBy, Instant at) {
    return new ListingDecision(listingId, ListingStatus.REJECTED, reason, decidedBy, at);
  }

  public ListingStatus decision() {
    return decision;
  }

  public @Nullable String reason() {
    return reason;
  }

  public UUID decidedBy() {
    return decidedBy;
  }

  public Instant decidedAt() {
    return decidedAt;
  }
}
