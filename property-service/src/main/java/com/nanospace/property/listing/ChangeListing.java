package com.nanospace.property.listing;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.property.listing.messaging.ListingEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Changes what an owner states of a space.
 *
 * <p>Offering less needs a {@link Ceiling} first, which is asked for between two transactions: the
 * first finds out that it is needed, the second commits under it. What has changed between them is
 * found out under the lock of the listing's row, and all starts over.
 */
@ApplicationScoped
public class ChangeListing {

  private static final int MAX_ASKS = 3;

  private final Listings listings;
  private final ListingEvents events;
  private final AskForCeiling askForCeiling;
  private final Clock clock;

  ChangeListing(Listings listings, ListingEvents events, AskForCeiling askForCeiling, Clock clock) {
    this.listings = listings;
    this.events = events;
    this.askForCeiling = askForCeiling;
    this.clock = clock;
  }

  private sealed interface Outcome {
    record Changed(Listing listing) implements Outcome {}

    record Needs(Ceiling ceiling) implements Outcome {}
  }

  /**
   * Lets {@code change} derive the new details from the present ones, of which nobody else can
   * change any meanwhile. It may be called more than once. Must be called outside of a transaction.
   *
   * @throws Refusal {@code not_found}, {@code auth.forbidden}, {@code property.archived}; when it
   *     lowers what can be booked also {@code property.capacity_booked}, {@code
   *     dependency.unavailable}, {@code conflict.stale}
   */
  public Listing change(UUID id, Viewer by, Function<Listing, ListingDetails> change) {
    Outcome outcome = attempt(id, by, change, Optional.empty());
    for (int asks = 0;
        outcome instanceof Outcome.Needs(Ceiling ceiling) && asks < MAX_ASKS;
        asks++) {
      outcome = attempt(id, by, change, askForCeiling.ask(ceiling));
    }
    if (outcome instanceof Outcome.Changed(Listing listing)) {
      return listing;
    }
    throw new Refusal(
        CommonError.STALE, "Others keep changing this property, read it again and try again");
  }

  private Outcome attempt(
      UUID id,
      Viewer by,
      Function<Listing, ListingDetails> change,
      Optional<GrantedCeiling> granted) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              if (granted.isPresent()) {
                listings.releaseWhenIdleFor(GrantedCeiling.TRUSTED);
              }
              Listing listing = listings.toChangeBy(by, id);
              listing.requireNotArchived();
              ListingDetails details = change.apply(listing);
              Optional<Ceiling> needed = Ceiling.neededFor(listing, details.capacity());
              // With the row locked: what may be committed now may be until the commit.
              if (needed.isPresent() && !isAllowed(needed.get(), granted)) {
                return new Outcome.Needs(needed.get());
              }
              listing.change(details, clock.instant()).ifPresent(events::publish);
              return new Outcome.Changed(listing);
            });
  }

  private boolean isAllowed(Ceiling needed, Optional<GrantedCeiling> granted) {
    return granted.filter(ceiling -> ceiling.allows(needed, clock.instant())).isPresent();
  }
}
