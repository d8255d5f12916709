package com.nanospace.booking.reservation;

import com.nanospace.booking.BookingConfig;
import com.nanospace.booking.listing.Listing;
import com.nanospace.booking.listing.Listings;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.privacy.ErasedPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** A customer asks for a stay, and its places are held from then on. */
@ApplicationScoped
public class PlaceBooking {

  private final ErasedPeople erased;
  private final Listings listings;
  private final Inventory inventory;
  private final Bookings bookings;
  private final Transitions transitions;
  private final BookingConfig config;
  private final Clock clock;

  PlaceBooking(
      ErasedPeople erased,
      Listings listings,
      Inventory inventory,
      Bookings bookings,
      Transitions transitions,
      BookingConfig config,
      Clock clock) {
    this.erased = erased;
    this.listings = listings;
    this.inventory = inventory;
    this.bookings = bookings;
    this.transitions = transitions;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Books, or changes nothing.
   *
   * @throws Refusal {@code not_found} for a listing that is not approved, {@code request.invalid}
   *     for impossible dates, {@code booking.type_not_offered}, {@code booking.price_changed},
   *     {@code booking.no_capacity}, {@code auth.required} when the customer's account was deleted
   */
  @Transactional
  public Booking place(BookingOrder order) {
    erased.refuseIfErased(order.customerId());
    Wish wish = order.wish();
    Listing listing = listings.approvedAndHeld(wish.propertyId());
    Stay stay = wish.stay(listing.today(clock));
    Price price = agreedPrice(wish, listing, stay);
    Booking booking =
        Booking.requested(order, listing, stay, price, clock.instant(), config.hold());
    inventory.take(booking.places());
    bookings.persist(booking);
    return transitions.complete(new BookingEvent.Requested(booking));
  }

  private static Price agreedPrice(Wish wish, Listing listing, Stay stay) {
    Price price = wish.priceAt(listing, stay).orElseThrow(wish::notOffered);
    if (wish.expectsOtherThan(price.total())) {
      throw wish.priceChanged(price.total());
    }
    return price;
  }
}
