package com.nanospace.booking.reservation;

import com.nanospace.booking.customer.Contact;
import com.nanospace.booking.listing.Listing;
import com.nanospace.kit.Ids;
import com.nanospace.kit.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's claim to places of a listing for a stay.
 *
 * <p>Every transition must run under the lock of the row, together with what it means for the
 * {@link Inventory}; {@link Transitions} does both.
 */
@Entity
public class Booking {

  private static final String EXPIRED = "expired";
  private static final String ARCHIVED = "The property is no longer offered";
  private static final String CUSTOMER_GONE = "The customer's account was deleted";

  @Id private UUID id;
  @Version private int version = 1;

  @Enumerated(EnumType.STRING)
  private BookingStatus status;

  @Embedded private Place place;
  private UUID customerId;
  @Embedded private @Nullable Contact contact;

  @Enumerated(EnumType.STRING)
  private BookingType bookingType;

  private int quantity;
  @Embedded private Stay stay;

  @Column(precision = 17, scale = 2)
  private BigDecimal totalAmount;

  private String currency;
  private @Nullable String notes;
  private @Nullable Instant holdExpiresAt;
  private Instant createdAt;
  private Instant updatedAt;
  private @Nullable Instant confirmedAt;
  @Embedded private @Nullable Cancellation cancellation;

  @SuppressWarnings("NullAway.Init")
  protected Booking() {}

  private Booking(BookingOrder order, Listing listing, Stay stay, Price price, Instant now) {
    this.id = Ids.next();
    this.status = BookingStatus.PENDING;
    this.place = Place.of(listing);
    this.customerId = order.customerId();
    this.contact = order.contact();
    this.bookingType = order.wish().type();
    this.quantity = order.wish().quantity();
    this.stay = stay;
    this.totalAmount = price.total().amount();
    this.currency = price.total().currency();
    this.notes = order.notes();
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** A pending booking that holds its places for {@code hold}. */
  static Booking requested(
      BookingOrder order, Listing listing, Stay stay, Price price, Instant now, Duration hold) {
    Booking booking = new Booking(order, listing, stay, price, now);
    booking.holdExpiresAt = now.plus(hold);
    return booking;
  }

  /**
   * The owner says yes.
   *
   * @throws Refusal {@code booking.not_pending}, {@code booking.hold_lapsed}, {@code
   *     booking.already_over}
   */
  BookingEvent confirm(Instant now, LocalDate today) {
    requirePending();
    if (hasLapsed(now)) {
      throw new Refusal(BookingError.HOLD_LAPSED, "Nobody answered this booking in time");
    }
    requireNotOver(today);
    status = BookingStatus.CONFIRMED;
    holdExpiresAt = null;
    confirmedAt = now;
    updatedAt = now;
    return new BookingEvent.Confirmed(this);
  }

  /**
   * The owner says no.
   *
   * @throws Refusal {@code booking.not_pending}
   */
  BookingEvent decline(Party by, String reason, Instant now) {
    requirePending();
    end(new Cancellation(by, reason, now));
    return new BookingEvent.Declined(this);
  }

  /**
   * Somebody calls it off.
   *
   * @throws Refusal {@code booking.already_over} when there is nothing left to call off
   */
  BookingEvent cancel(Party by, @Nullable String reason, Instant now, LocalDate today) {
    requireActive();
    if (status == BookingStatus.CONFIRMED) {
      requireNotOver(today);
    }
    end(new Cancellation(by, reason, now));
    return new BookingEvent.Cancelled(this);
  }

  /** The listing is gone, and the stay has not begun. */
  BookingEvent cancelForArchivedListing(Instant now) {
    requireActive();
    end(new Cancellation(Party.SYSTEM, ARCHIVED, now));
    return new BookingEvent.Cancelled(this);
  }

  /** The customer is gone, and the stay is not agreed or has not begun. */
  BookingEvent cancelForErasedCustomer(Instant now) {
    requireActive();
    end(new Cancellation(Party.SYSTEM, CUSTOMER_GONE, now));
    return new BookingEvent.Cancelled(this);
  }

  /** Whether it takes places, and is not agreed yet or begins after that day. */
  boolean isUnstarted(LocalDate today) {
    return status == BookingStatus.PENDING || (isActive() && stay.startDate().isAfter(today));
  }

  /** Nobody answered in time. */
  BookingEvent expire(Instant now) {
    requirePending();
    end(new Cancellation(Party.SYSTEM, EXPIRED, now));
    return new BookingEvent.Expired(this);
  }

  private void end(Cancellation how) {
    status = BookingStatus.CANCELLED;
    cancellation = how;
    holdExpiresAt = null;
    updatedAt = how.at();
  }

  private void requirePending() {
    if (status != BookingStatus.PENDING) {
      throw new Refusal(
          BookingError.NOT_PENDING, "This booking is already %s".formatted(status.word()));
    }
  }

  private void requireActive() {
    if (!isActive()) {
      throw new IllegalStateException("Booking %s has ended".formatted(id));
    }
  }

  private void requireNotOver(LocalDate today) {
    if (stay.isOver(today)) {
      throw new Refusal(BookingError.ALREADY_OVER, "The stay of this booking is over");
    }
  }

  public UUID id() {
    return id;
  }

  /** From 1, and one more with every transition. */
  public int version() {
    return version;
  }

  public BookingStatus status() {
    return status;
  }

  /** Whether it takes places. */
  public boolean isActive() {
    return status != BookingStatus.CANCELLED;
  }

  public Place place() {
    return place;
  }

  public UUID customerId() {
    return customerId;
  }

  public Contact contact() {
    return contact == null ? Contact.UNKNOWN : contact;
  }

  public BookingType type() {
    return bookingType;
  }

  /** What it takes from the inventory while it is active. */
  Places places() {
    return new Places(place.propertyId(), bookingType.kind(), stay, quantity);
  }

  /** Whether it has waited for an answer for too long. */
  boolean hasLapsed(Instant now) {
    return holdExpiresAt != null && !holdExpiresAt.isAfter(now);
  }

  public int quantity() {
    return quantity;
  }

  public Stay stay() {
    return stay;
  }

  public Money total() {
    return new Money(totalAmount, currency);
  }

  public Optional<String> notes() {
    return Optional.ofNullable(notes);
  }

  /** Until when a pending booking keeps its places. */
  public Optional<Instant> holdExpiresAt() {
    return Optional.ofNullable(holdExpiresAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public Optional<Instant> confirmedAt() {
    return Optional.ofNullable(confirmedAt);
  }

  public Optional<Cancellation> cancellation() {
    return Optional.ofNullable(cancellation);
  }
}
