package com.nanospace.booking.listing;

import com.nanospace.booking.BookingConfig;
import com.nanospace.kit.peer.PeerAway;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Ends ceilings whose change never came, because property-service died or rolled it back.
 *
 * <p>It asks for the listing's state behind every change that is under way, so what it hears is
 * final for the ceilings that it asks for. Several replicas may do so at once; each ceiling ends
 * under the lock of its listing's row.
 */
@ApplicationScoped
public class EndAbandonedCeilings {

  private static final Logger LOG = Logger.getLogger(EndAbandonedCeilings.class);
  private static final int MAX_PER_RUN = 20;

  private final Ceilings ceilings;
  private final FreshListings freshListings;
  private final ListingReplica replica;
  private final BookingConfig config;
  private final Clock clock;

  EndAbandonedCeilings(
      Ceilings ceilings,
      FreshListings freshListings,
      ListingReplica replica,
      BookingConfig config,
      Clock clock) {
    this.ceilings = ceilings;
    this.freshListings = freshListings;
    this.replica = replica;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "{nanospace.booking.ceiling-interval}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    Instant since = clock.instant().minus(config.ceilingPatience());
    for (UUID listingId : ceilings.standingSince(since, MAX_PER_RUN)) {
      try {
        freshListings
            .settled(listingId)
            .ifPresent(state -> replica.applyAndEndCeiling(state, since));
      } catch (PeerAway e) {
        LOG.warnf("The ceiling of listing %s stays for now: %s", listingId, e.getMessage());
      } catch (RuntimeException e) {
        LOG.errorf(e, "The ceiling of listing %s stays and is tried again later", listingId);
      }
    }
  }
}
