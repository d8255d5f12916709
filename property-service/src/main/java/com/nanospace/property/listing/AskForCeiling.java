package com.nanospace.property.listing;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.peer.PeerAway;
import com.nanospace.kit.peer.Peers;
import com.nanospace.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks booking-service, in the caller's name, to book no day beyond what is about to be offered.
 */
@ApplicationScoped
class AskForCeiling {

  private static final Logger LOG = Logger.getLogger(AskForCeiling.class);
  private static final Duration PEER_BREAK = Duration.ofSeconds(5);

  private final Peers peers;
  private final Caller caller;
  private final Clock clock;
  private final URI bookingService;

  AskForCeiling(
      Peers peers,
      Caller caller,
      Clock clock,
      @ConfigProperty(name = "nanospace.booking.url") URI bookingService) {
    this.peers = peers;
    this.caller = caller;
    this.clock = clock;
    this.bookingService = bookingService;
  }

  private record Question(
      long version, @Nullable Integer bookableSeats, @Nullable Integer totalCabins) {

    static Question of(Ceiling ceiling) {
      return new Question(ceiling.version(), ceiling.bookableSeats(), ceiling.totalCabins());
    }
  }

  /**
   * The ceiling as it is granted; empty when booking-service knows a later state of the listing.
   * Must be called outside of a transaction.
   *
   * @throws Refusal {@code property.capacity_booked} with the {@code days}, {@code
   *     dependency.unavailable} when booking-service does not answer
   */
  Optional<GrantedCeiling> ask(Ceiling ceiling) {
    Instant asked = clock.instant();
    String address =
        "%s/internal/listings/%s/ceiling".formatted(bookingService, ceiling.listingId());
    try {
      peers.put(URI.create(address), Question.of(ceiling), caller.bearerToken());
      return Optional.of(new GrantedCeiling(ceiling, asked));
    } catch (PeerAway e) {
      LOG.warnf("Listing %s can't be lowered now: %s", ceiling.listingId(), e.getMessage());
      throw new Refusal(
              CommonError.UNAVAILABLE, "Bookings can't be looked up now, try again shortly")
          .retryAfter(PEER_BREAK);
    } catch (Refusal refused) {
      if (refused.code().code().equals(CommonError.STALE.code())) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
