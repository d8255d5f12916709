package com.nanospace.booking.listing;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.peer.PeerAway;
import com.nanospace.kit.peer.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes a listing that was approved a moment ago bookable: asks property-service once when the
 * replica lacks it, or has it not approved.
 */
@ApplicationScoped
public class FreshListings {

  private static final Logger LOG = Logger.getLogger(FreshListings.class);
  private static final Duration PEER_BREAK = Duration.ofSeconds(5);

  private final Listings listings;
  private final ListingReplica replica;
  private final Peers peers;
  private final URI propertyService;

  FreshListings(
      Listings listings,
      ListingReplica replica,
      Peers peers,
      @ConfigProperty(name = "nanospace.property.url") URI propertyService) {
    this.listings = listings;
    this.replica = replica;
    this.peers = peers;
    this.propertyService = propertyService;
  }

  /**
   * Brings the replica up to date where that can matter. Whether the listing may then be booked is
   * for the caller to see. Must be called outside of a transaction.
   *
   * @throws Refusal {@code dependency.unavailable} when nothing is known and nobody answers
   */
  public void makeSureOf(UUID listingId) {
    Listings.Knowledge knowledge = listings.knowledgeOf(listingId);
    if (knowledge == Listings.Knowledge.APPROVED) {
      return;
    }
    try {
      ask(listingId).ifPresent(replica::apply);
    } catch (PeerAway e) {
      LOG.warnf("Listing %s could not be asked for: %s", listingId, e.getMessage());
      if (knowledge == Listings.Knowledge.UNKNOWN) {
        throw unavailable();
      }
    }
  }

  /**
   * Brings the replica to that version at least. Must be called outside of a transaction.
   *
   * @throws Refusal {@code dependency.unavailable} when it is older and nobody answers
   */
  public void makeSureOf(UUID listingId, long version) {
    if (listings.versionOf(listingId) >= version) {
      return;
    }
    try {
      ask(listingId).ifPresent(replica::apply);
    } catch (PeerAway e) {
      LOG.warnf("Listing %s could not be asked for: %s", listingId, e.getMessage());
      throw unavailable();
    }
  }

  /** The state of the listing when every change of it that is under way now has ended. */
  Optional<ListingState> settled(UUID listingId) throws PeerAway {
    return peers.ask(URI.create(address(listingId) + "?settled=true"), ListingState.class, null);
  }

  private Optional<ListingState> ask(UUID listingId) throws PeerAway {
    return peers.ask(URI.create(address(listingId)), ListingState.class, null);
  }

  private String address(UUID listingId) {
    return "%s/internal/listings/%s".formatted(propertyService, listingId);
  }

  private static Refusal unavailable() {
    return new Refusal(
            CommonError.UNAVAILABLE, "This property can't be looked up now, try again shortly")
        .retryAfter(PEER_BREAK);
  }
}
