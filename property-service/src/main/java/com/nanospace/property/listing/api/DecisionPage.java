package com.nanospace.property.listing.api;

import com.nanospace.property.listing.ListingDecision;
import com.nanospace.property.listing.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of a listing's decisions. */
record DecisionPage(List<Decision> decisions, long total, int page, int perPage, int pages) {

  static DecisionPage of(Page<ListingDecision> page) {
    return new DecisionPage(
        page.entries().stream().map(Decision::of).toList(),
        page.total(),
        page.request().page(),
        page.request().perPage(),
        page.request().pagesOf(page.total()));
  }

  /** One decision, {@code approved} or {@code rejected}. */
  @Schema(name = "PropertyDecision")
  record Decision(String decision, @Nullable String reason, UUID decidedBy, Instant decidedAt) {

    static Decision of(ListingDecision decision) {
      return new Decision(
          decision.decision().wireName(),
          decision.reason(),
          decision.decidedBy(),
          decision.decidedAt());
    }
  }
}
