package com.nanospace.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.booking.listing.ListingReplica;
import com.nanospace.booking.listing.ListingState;
import io.quarkus.arc.Arc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * One listing at property-service, as its owners change it all at once: versions grow one by one,
 * what lowers is asked for first, and events may come late and in any order.
 */
public final class ListingSource {

  private final ObjectMapper json = Arc.container().instance(ObjectMapper.class).get();
  private final ListingFixture listing;
  private final List<ListingState> onTheirWay = new ArrayList<>();
  private final AtomicInteger lowered = new AtomicInteger();
  private int seats;

  public ListingSource(ListingFixture listing) {
    this.listing = listing;
    this.seats = listing.state().bookableSeats();
    publish();
  }

  public synchronized int seats() {
    return seats;
  }

  /** Offers another number of seats, as far as booking-service agrees; tells its status. */
  public int offer(int wanted, boolean diesBeforeTheCommit) {
    long version;
    synchronized (this) {
      version = listing.state().version();
      if (wanted >= seats) {
        commit(wanted);
        return 200;
      }
    }
    int status =
        BookingClient.asOwner(listing.ownerId())
            .body(Map.of("version", version, "bookable_seats", wanted))
            .put("/internal/listings/{id}/ceiling", listing.id())
            .statusCode();
    synchronized (this) {
      if (status == 204 && !diesBeforeTheCommit && listing.state().version() == version) {
        commit(wanted);
        lowered.incrementAndGet();
      }
    }
    return status;
  }

  /** How often less was offered than before. */
  public int timesLowered() {
    return lowered.get();
  }

  /** Lets one event arrive, whichever it is. */
  public void deliverOne(Random random) {
    ListingState state;
    synchronized (this) {
      if (onTheirWay.isEmpty()) {
        return;
      }
      state = onTheirWay.remove(random.nextInt(onTheirWay.size()));
    }
    Arc.container().instance(ListingReplica.class).get().apply(state);
  }

  /** Lets every event arrive. */
  public void deliverAll() {
    synchronized (this) {
      ListingReplica replica = Arc.container().instance(ListingReplica.class).get();
      onTheirWay.forEach(replica::apply);
      onTheirWay.clear();
    }
  }

  /** How many more places are taken than there are now; nobody changes what there is meanwhile. */
  public synchronized int excess(IntSupplier mostBooked) {
    return mostBooked.getAsInt() - seats;
  }

  private void commit(int wanted) {
    seats = wanted;
    listing.later().withSeats(wanted);
    publish();
  }

  private void publish() {
    onTheirWay.add(listing.state());
    try {
      Neighbours.answer(
          "/internal/listings/" + listing.id(), json.writeValueAsString(listing.state()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
