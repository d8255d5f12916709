package com.nanospace.booking.listing;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.peer.PeerAway;
import com.nanospace.kit.peer.Peers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Brings the whole replica to what property-service knows, when events are lost that would have
 * done so. Harmless at any time: a state that is known, or older than what is known, changes
 * nothing, and events go on being applied meanwhile.
 */
@ApplicationScoped
public class RebuildListings {

  private static final Logger LOG = Logger.getLogger(RebuildListings.class);
  private static final Duration PEER_BREAK = Duration.ofSeconds(5);

  private final ListingReplica replica;
  private final Peers peers;
  private final URI propertyService;

  RebuildListings(
      ListingReplica replica,
      Peers peers,
      @ConfigProperty(name = "nanospace.property.url") URI propertyService) {
    this.replica = replica;
    this.peers = peers;
    this.propertyService = propertyService;
  }

  /**
   * What a rebuild has done.
   *
   * @param listings how many property-service has
   * @param changed how many of them were missing here or outdated
   */
  public record Outcome(long listings, long changed) {}

  private record Page(List<ListingState> listings) {}

  /**
   * Asks for all listings, page by page, each a transaction. Must be called outside of one.
   *
   * @param bearerToken of an admin
   * @throws Refusal {@code dependency.unavailable} when property-service does not answer; the pages
   *     before are taken over, and another run goes through all of them again
   */
  public Outcome run(String bearerToken) {
    long listings = 0;
    long changed = 0;
    String last = "";
    List<ListingState> page = page("", bearerToken);
    while (!page.isEmpty()) {
      listings += page.size();
      changed += takeOver(page);
      String next = page.getLast().propertyId().toString();
      // As text, which is the order that PostgreSQL has: Java takes the first bit for a sign.
      if (next.compareTo(last) <= 0) {
        throw unavailable();
      }
      last = next;
      page = page("?after=" + last, bearerToken);
    }
    return new Outcome(listings, changed);
  }

  private long takeOver(List<ListingState> page) {
    return QuarkusTransaction.requiringNew()
        .call(() -> page.stream().filter(replica::apply).count());
  }

  private List<ListingState> page(String query, String bearerToken) {
    URI address = URI.create("%s/internal/listings%s".formatted(propertyService, query));
    try {
      return peers
          .ask(address, Page.class, bearerToken)
          .map(Page::listings)
          .orElseThrow(() -> new PeerAway(address + " is not there", null));
    } catch (PeerAway e) {
      LOG.warnf("The listings could not be read: %s", e.getMessage());
      throw unavailable();
    }
  }

  private static Refusal unavailable() {
    return new Refusal(CommonError.UNAVAILABLE, "The listings can't be read now, try again shortly")
        .retryAfter(PEER_BREAK);
  }
}
