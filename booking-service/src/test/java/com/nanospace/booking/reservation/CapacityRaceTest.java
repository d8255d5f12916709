package com.nanospace.booking.reservation;

import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.asOwner;
import static com.nanospace.booking.BookingClient.book;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.BookingClient.today;
import static com.nanospace.booking.ListingFixture.aListing;
import static com.nanospace.booking.Race.race;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.booking.ListingFixture;
import com.nanospace.booking.ListingSource;
import com.nanospace.booking.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Everything at once that takes places, gives them back or changes how many there are. */
@QuarkusTest
class CapacityRaceTest {

  private static final int THREADS = 8;
  private static final int STEPS = 20;
  private static final int MOST_SEATS = 25;

  private final UUID customer = UUID.randomUUID();
  private final ConcurrentLinkedQueue<String> bookings = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private final ListingFixture listing = aListing().withSeats(MOST_SEATS);

  @Inject EntityManager entities;
  @Inject ExpireHolds expireHolds;

  @Test
  void isNeverAboveWhatIsOfferedAndExactInTheEnd() {
    long seed = new Random().nextLong();
    ListingSource source = new ListingSource(listing);
    source.deliverAll();

    List<Integer> excesses =
        race(
            THREADS,
            thread -> {
              Random random = new Random(seed + thread);
              int worst = Integer.MIN_VALUE;
              for (int step = 0; step < STEPS; step++) {
                if (step == 0) {
                  // While little is booked, so that some of them are granted.
                  statuses.add(source.offer(source.seats() - 1, false));
                } else {
                  act(random, source);
                }
                if (step % 4 == 0) {
                  worst = Math.max(worst, source.excess(this::mostBooked));
                }
              }
              return worst;
            });
    source.deliverAll();

    assertThat(excesses).as("seed %d", seed).allMatch(excess -> excess <= 0);
    assertThat(source.excess(this::mostBooked)).as("seed %d", seed).isNotPositive();
    assertThat(disagreements()).as("seed %d", seed).isZero();
    assertThat(source.timesLowered()).as("seed %d", seed).isPositive();
    assertThat(statuses).as("seed %d", seed).contains(201, 204, 409);
    assertThat(new HashSet<>(statuses)).as("seed %d", seed).isSubsetOf(Set.of(200, 201, 204, 409));

    bookings.forEach(
        id -> asCustomer(customer).put("/api/bookings/{id}/cancel", id).then().statusCode(200));
    assertThat(mostBooked()).as("seed %d", seed).isZero();
  }

  private void act(Random random, ListingSource source) {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> bookSome(random);
      case 3, 4 -> onOne(random, id -> asCustomer(customer).put("/api/bookings/{id}/cancel", id));
      case 5 ->
          onOne(random, id -> asOwner(listing.ownerId()).put("/api/bookings/{id}/confirm", id));
      case 6 -> lapse(random);
      case 7, 8 ->
          statuses.add(source.offer(anotherNumber(random, source), random.nextInt(4) == 0));
      default -> source.deliverOne(random);
    }
  }

  private static int anotherNumber(Random random, ListingSource source) {
    int seats = source.seats();
    return random.nextBoolean()
        ? Math.max(0, seats - 1 - random.nextInt(4))
        : Math.min(MOST_SEATS, seats + random.nextInt(6));
  }

  private void bookSome(Random random) {
    Map<String, Object> body = dayBooking(listing);
    int first = 1 + random.nextInt(12);
    body.put("quantity", 1 + random.nextInt(3));
    body.put("start_date", today().plusDays(first).toString());
    body.put("end_date", today().plusDays(first + 1 + random.nextInt(8)).toString());
    Response reply = book(customer, body);
    statuses.add(reply.statusCode());
    if (reply.statusCode() == 201) {
      bookings.add(reply.path("booking.id"));
    }
  }

  private void onOne(Random random, Function<String, Response> request) {
    List<String> known = List.copyOf(bookings);
    if (!known.isEmpty()) {
      statuses.add(request.apply(known.get(random.nextInt(known.size()))).statusCode());
    }
  }

  private void lapse(Random random) {
    List<String> known = List.copyOf(bookings);
    if (known.isEmpty()) {
      return;
    }
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        """
                        update booking set hold_expires_at = ?2
                        where id = cast(?1 as uuid) and status = 'PENDING'
                        """)
                    .setParameter(1, known.get(random.nextInt(known.size())))
                    .setParameter(2, TestClock.START)
                    .executeUpdate());
    expireHolds.run();
  }

  private int mostBooked() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                ((Number)
                        entities
                            .createNativeQuery(
                                """
                                select coalesce(max(booked), 0) from inventory
                                where property_id = ?1
                                """)
                            .setParameter(1, listing.id())
                            .getSingleResult())
                    .intValue());
  }

  private long disagreements() {
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    select count(*) from inventory i
                    where i.property_id = ?1 and (i.booked > i.capacity or i.booked <> coalesce((
                      select sum(b.quantity) from booking b
                      where b.property_id = i.property_id and b.status <> 'CANCELLED'
                        and b.start_date <= i.day and i.day < b.end_date
                        and (b.booking_type = 'CABIN') = (i.kind = 'CABIN')), 0))
                    """)
                .setParameter(1, listing.id())
                .getSingleResult())
        .longValue();
  }
}
