package com.nanospace.property.listing;

import com.nanospace.kit.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The history of decisions. */
@ApplicationScoped
public class ListingDecisions implements PanacheRepositoryBase<ListingDecision, UUID> {

  /** A page of the decisions about a listing, latest first. */
  public Page<ListingDecision> about(UUID listingId, PageRequest page) {
    return Page.of(find("listingId = ?1 order by decidedAt desc, id desc", listingId), page);
  }
}
