package com.nanospace.booking.reservation;

import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.asOwner;
import static com.nanospace.booking.BookingClient.book;
import static com.nanospace.booking.BookingClient.booked;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.BookingClient.free;
import static com.nanospace.booking.BookingClient.today;
import static com.nanospace.booking.ListingFixture.aListing;
import static com.nanospace.booking.Race.race;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.booking.ListingFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InventoryRaceTest {

  @Inject EntityManager entities;

  @Test
  void givesTenSeatsToExactlyTenOfTwoHundred() {
    ListingFixture listing = aListing().withSeats(10).known();

    List<Integer> statuses =
        race(200, n -> book(UUID.randomUUID(), dayBooking(listing)).statusCode());

    assertThat(Collections.frequency(statuses, 201)).isEqualTo(10);
    assertThat(Collections.frequency(statuses, 409)).isEqualTo(190);
    assertThat(free(listing, 1)).containsExactly(0);
  }

  @Test
  void neverDeadlocksNorOversellsWhenStaysOverlap() {
    ListingFixture listing = aListing().withSeats(7).known();
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<int[]> stays =
        random
            .ints(150, 0, 20)
            .mapToObj(start -> new int[] {start, 1 + random.nextInt(15)})
            .toList();

    List<Integer> statuses =
        race(
            stays.size(),
            n -> {
              Map<String, Object> body = dayBooking(listing);
              body.put("start_date", today().plusDays(7 + stays.get(n)[0]).toString());
              body.put(
                  "end_date", today().plusDays(7 + stays.get(n)[0] + stays.get(n)[1]).toString());
              return book(UUID.randomUUID(), body).statusCode();
            });

    assertThat(new HashSet<>(statuses)).as("seed %d", seed).isEqualTo(Set.of(201, 409));
    assertThat(disagreements(listing)).as("seed %d", seed).isZero();
  }

  @Test
  void givesPlacesBackOnceHoweverOftenABookingIsCancelled() {
    ListingFixture listing = aListing().withSeats(3).known();
    UUID customer = UUID.randomUUID();
    String id = booked(customer, dayBooking(listing));
    booked(UUID.randomUUID(), dayBooking(listing));

    List<Integer> statuses =
        race(
            30,
            n ->
                (n % 2 == 0 ? asCustomer(customer) : asOwner(listing.ownerId()))
                    .put("/api/bookings/{id}/cancel", id)
                    .statusCode());

    assertThat(statuses).containsOnly(200);
    assertThat(free(listing, 1)).containsExactly(2);
    assertThat(disagreements(listing)).isZero();
  }

  @Test
  void decidesOnceBetweenConfirmingAndDeclining() {
    ListingFixture listing = aListing().withSeats(3).known();
    String id = booked(UUID.randomUUID(), dayBooking(listing));

    List<Integer> statuses =
        race(
            20,
            n ->
                (n % 2 == 0
                        ? asOwner(listing.ownerId()).put("/api/bookings/{id}/confirm", id)
                        : asOwner(listing.ownerId())
                            .body(Map.of("reason", "Closed"))
                            .put("/api/bookings/{id}/decline", id))
                    .statusCode());

    assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
    assertThat(Collections.frequency(statuses, 409)).isEqualTo(19);
    assertThat(disagreements(listing)).isZero();
  }

  @Test
  void staysWithinCapacityWhileThatIsLoweredAndRaised() {
    ListingFixture listing = aListing().withSeats(20).known();

    List<Integer> statuses =
        race(
            120,
            n -> {
              if (n % 10 == 0) {
                synchronized (listing) {
                  listing.later().withSeats(n % 20 == 0 ? 5 : 12).known();
                }
                return 200;
              }
              return book(UUID.randomUUID(), dayBooking(listing)).statusCode();
            });

    assertThat(statuses).containsOnly(200, 201, 409);
    int taken = Collections.frequency(statuses, 201);
    assertThat(taken).isBetween(5, 20);
    assertThat(disagreements(listing)).isZero();
    synchronized (listing) {
      listing.later().withSeats(5).known();
    }
    assertThat(free(listing, 1).getFirst()).isEqualTo(Math.max(0, 5 - taken));
    assertThat(book(UUID.randomUUID(), dayBooking(listing)).statusCode()).isEqualTo(409);
  }

  /** How many days are booked for another number of places than the active bookings take. */
  private long disagreements(ListingFixture listing) {
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
