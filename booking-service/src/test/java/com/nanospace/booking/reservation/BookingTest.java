package com.nanospace.booking.reservation;

import static com.nanospace.booking.ListingFixture.aListing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.booking.customer.Contact;
import com.nanospace.booking.listing.Listing;
import com.nanospace.kit.Ids;
import com.nanospace.kit.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BookingTest {

  private static final Instant NOW = Instant.parse("2026-11-22T06:24:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Duration HOLD = Duration.ofDays(2);

  private final Booking booking = pending();

  @Test
  void startsPendingAndHoldsItsPlacesForAWhile() {
    assertThat(booking.status()).isEqualTo(BookingStatus.PENDING);
    assertThat(booking.holdExpiresAt()).contains(NOW.plus(HOLD));
    assertThat(booking.isActive()).isTrue();
    assertThat(booking.places().kind()).isEqualTo(SpaceKind.SEAT);
  }

  @Test
  void isConfirmedOnce() {
    assertThat(booking.confirm(NOW, TODAY)).isEqualTo(new BookingEvent.Confirmed(booking));
    assertThat(booking.status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(booking.confirmedAt()).contains(NOW);
    assertThat(booking.holdExpiresAt()).isEmpty();

    refuses(BookingError.NOT_PENDING, () -> booking.confirm(NOW, TODAY));
  }

  @Test
  void isNotConfirmedWhenTheHoldHasLapsed() {
    refuses(BookingError.HOLD_LAPSED, () -> booking.confirm(NOW.plus(HOLD), TODAY));
  }

  @Test
  void isNotConfirmedWhenTheStayIsOver() {
    refuses(BookingError.ALREADY_OVER, () -> booking.confirm(NOW, TODAY.plusDays(1)));
  }

  @Test
  void isDeclinedWithAReason() {
    assertThat(booking.decline(Party.OWNER, "Closed that week", NOW))
        .isEqualTo(new BookingEvent.Declined(booking));
    assertThat(booking.isActive()).isFalse();
    assertThat(booking.cancellation())
        .contains(new Cancellation(Party.OWNER, "Closed that week", NOW));
  }

  @Test
  void isDeclinedWhilePendingOnly() {
    booking.confirm(NOW, TODAY);

    refuses(BookingError.NOT_PENDING, () -> booking.decline(Party.OWNER, "Too late", NOW));
  }

  @Test
  void isCancelledWhilePendingAndWhenConfirmed() {
    Booking confirmed = pending();
    confirmed.confirm(NOW, TODAY);

    assertThat(booking.cancel(Party.CUSTOMER, null, NOW, TODAY))
        .isEqualTo(new BookingEvent.Cancelled(booking));
    assertThat(confirmed.cancel(Party.CUSTOMER, null, NOW, TODAY))
        .isEqualTo(new BookingEvent.Cancelled(confirmed));
  }

  @Test
  void isNotCancelledAfterTheStay() {
    booking.confirm(NOW, TODAY);

    refuses(
        BookingError.ALREADY_OVER,
        () -> booking.cancel(Party.CUSTOMER, null, NOW, TODAY.plusDays(1)));
  }

  @Test
  void neverEndsTwice() {
    booking.expire(NOW);

    assertThatThrownBy(() -> booking.cancel(Party.CUSTOMER, null, NOW, TODAY))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> booking.cancelForArchivedListing(NOW))
        .isInstanceOf(IllegalStateException.class);
    refuses(BookingError.NOT_PENDING, () -> booking.expire(NOW));
  }

  @Test
  void saysThatTheSystemLetItLapse() {
    assertThat(booking.expire(NOW)).isEqualTo(new BookingEvent.Expired(booking));
    assertThat(booking.cancellation()).contains(new Cancellation(Party.SYSTEM, "expired", NOW));
  }

  private static Booking pending() {
    Listing listing = aListing().listing();
    Wish wish = new Wish(listing.id(), BookingType.DAY, 1, TODAY, null, null);
    Stay stay = wish.stay(TODAY);
    return Booking.requested(
        new BookingOrder(Ids.next(), Contact.UNKNOWN, wish, null),
        listing,
        stay,
        wish.priceAt(listing, stay).orElseThrow(),
        NOW,
        HOLD);
  }

  private static void refuses(BookingError code, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
