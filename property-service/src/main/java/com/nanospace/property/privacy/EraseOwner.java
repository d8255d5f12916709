package com.nanospace.property.privacy;

import com.nanospace.kit.idempotency.IdempotentReplies;
import com.nanospace.kit.privacy.ErasedPeople;
import com.nanospace.property.listing.ArchiveListing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Somebody has deleted their account: what they offered is taken off the platform, as if they had
 * deleted each listing. What a listing says stays with those who booked it, and names nobody but
 * its owner's id.
 */
@ApplicationScoped
public class EraseOwner {

  private final ErasedPeople erased;
  private final ArchiveListing archiveListing;
  private final IdempotentReplies replies;

  EraseOwner(ErasedPeople erased, ArchiveListing archiveListing, IdempotentReplies replies) {
    this.erased = erased;
    this.archiveListing = archiveListing;
    this.replies = replies;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void erase(UUID person) {
    erased.add(person);
    archiveListing.archiveAllOf(person);
    replies.forget(person.toString());
  }
}
