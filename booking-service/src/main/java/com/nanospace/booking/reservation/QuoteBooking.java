package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Listing;
import com.nanospace.booking.listing.Listings;
import com.nanospace.booking.reservation.Quote.Obstacle;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers what a booking would cost and whether it would be accepted, and changes nothing. */
@ApplicationScoped
public class QuoteBooking {

  private final Listings listings;
  private final Availability availability;
  private final Clock clock;

  QuoteBooking(Listings listings, Availability availability, Clock clock) {
    this.listings = listings;
    this.availability = availability;
    this.clock = clock;
  }

  /**
   * Quotes.
   *
   * @throws Refusal {@code not_found} for a listing that is not approved, {@code request.invalid}
   *     for impossible dates
   */
  @Transactional
  public Quote quote(Wish wish) {
    Listing listing = listings.approved(wish.propertyId());
    Stay stay = wish.stay(listing.today(clock));
    Optional<Price> price = wish.priceAt(listing, stay);
    List<Obstacle> obstacles = new ArrayList<>();
    if (price.isEmpty()) {
      obstacles.add(obstacle(BookingError.TYPE_NOT_OFFERED, wish.notOffered()));
    } else if (wish.expectsOtherThan(price.get().total())) {
      obstacles.add(obstacle(BookingError.PRICE_CHANGED, wish.priceChanged(price.get().total())));
    }
    List<LocalDate> full =
        availability.fullDays(listing, wish.type().kind(), stay, wish.quantity());
    if (!full.isEmpty()) {
      FullDays days = new FullDays(full);
      obstacles.add(new Obstacle(BookingError.NO_CAPACITY, days.sentence(), days.named()));
    }
    return new Quote(stay, price.orElse(null), obstacles);
  }

  private static Obstacle obstacle(BookingError error, Refusal refusal) {
    return new Obstacle(error, String.valueOf(refusal.getMessage()), List.of());
  }
}
