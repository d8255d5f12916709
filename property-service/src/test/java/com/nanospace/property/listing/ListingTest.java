package com.nanospace.property.listing;

import static com.nanospace.property.listing.ListingFixture.approved;
import static com.nanospace.property.listing.ListingFixture.details;
import static com.nanospace.property.listing.ListingFixture.pending;
import static com.nanospace.property.listing.ListingFixture.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.kit.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListingTest {

  private static final Instant LATER = ListingFixture.CREATED.plusSeconds(60);

  static Stream<ListingDetails> otherSpaces() {
    ListingDetails d = details();
    Place p = d.place();
    return Stream.of(
        with(d, "Hillside", d.type(), d.description(), p, d.images()),
        with(d, d.name(), ListingType.EVENT_SPACE, d.description(), p, d.images()),
        with(d, d.name(), d.type(), "Dark desks", p, d.images()),
        with(d, d.name(), d.type(), null, p, d.images()),
        with(d, d.name(), d.type(), d.description(), place("Pune", "Ulsoor", "x"), d.images()),
        with(d, d.name(), d.type(), d.description(), place("Bengaluru", null, "x"), d.images()),
        with(
            d,
            d.name(),
            d.type(),
            d.description(),
            new Place(p.city(), p.area(), p.address(), BigDecimal.ONE, BigDecimal.TEN),
            d.images()),
        with(d, d.name(), d.type(), d.description(), p, List.of("https://example.com/a.jpg")));
  }

  static Stream<ListingDetails> sameSpaces() {
    ListingDetails d = details();
    return Stream.of(
        new ListingDetails(
            d.name(),
            d.type(),
            d.description(),
            d.place(),
            new Prices(BigDecimal.ONE, null, null, null, "INR"),
            d.capacity(),
            d.amenities(),
            d.images(),
            d.timeZone()),
        new ListingDetails(
            d.name(),
            d.type(),
            d.description(),
            d.place(),
            d.prices(),
            new Capacity(20, 2, 5),
            List.of("parking"),
            d.images(),
            d.timeZone()));
  }

  @ParameterizedTest
  @MethodSource("otherSpaces")
  void anApprovedListingThatBecomesAnotherSpaceWaitsAgain(ListingDetails changed) {
    Listing listing = approved();

    assertThat(listing.change(changed, LATER)).containsInstanceOf(ListingEvent.Submitted.class);

    assertThat(listing.status()).isEqualTo(ListingStatus.PENDING);
    assertThat(listing.submittedAt()).isEqualTo(LATER);
    assertThat(listing.approvedAt()).isNull();
  }

  @ParameterizedTest
  @MethodSource("sameSpaces")
  void pricesSeatsAndAmenitiesChangeWithoutAnotherDecision(ListingDetails changed) {
    Listing listing = approved();

    assertThat(listing.change(changed, LATER)).containsInstanceOf(ListingEvent.Changed.class);

    assertThat(listing.status()).isEqualTo(ListingStatus.APPROVED);
    assertThat(listing.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void aChangeThatChangesNothingIsNoEvent() {
    Listing listing = approved();

    assertThat(listing.change(details(), LATER)).isEmpty();

    assertThat(listing.updatedAt()).isBefore(LATER);
  }

  @Test
  void anyChangeAnswersARejection() {
    Listing listing = rejected();

    assertThat(listing.change(sameSpaces().findFirst().orElseThrow(), LATER))
        .containsInstanceOf(ListingEvent.Submitted.class);

    assertThat(listing.rejectionReason()).isNull();
    assertThat(listing.rejectedAt()).isNull();
  }

  @Test
  void aPendingListingStaysPendingWhenItChanges() {
    Listing listing = pending();

    assertThat(listing.change(otherSpaces().findFirst().orElseThrow(), LATER))
        .containsInstanceOf(ListingEvent.Changed.class);

    assertThat(listing.status()).isEqualTo(ListingStatus.PENDING);
    assertThat(listing.submittedAt()).isEqualTo(ListingFixture.CREATED);
  }

  @Test
  void aDecisionReplacesTheOtherOne() {
    Listing listing = rejected();

    assertThat(listing.approve(LATER)).containsInstanceOf(ListingEvent.Approved.class);

    assertThat(listing.rejectionReason()).isNull();
    assertThat(listing.approvedAt()).isEqualTo(LATER);

    assertThat(listing.reject("Closed", LATER)).containsInstanceOf(ListingEvent.Rejected.class);

    assertThat(listing.approvedAt()).isNull();
    assertThat(listing.rejectionReason()).isEqualTo("Closed");
  }

  @Test
  void theSameDecisionAgainIsNoEvent() {
    assertThat(approved().approve(LATER)).isEmpty();
    assertThat(rejected().reject("No photos", LATER)).isEmpty();
    assertThat(rejected().reject("Other", LATER)).isPresent();
  }

  @Test
  void nothingHappensToAnArchivedListing() {
    Listing listing = approved();
    listing.archive(LATER);

    assertRefused(() -> listing.approve(LATER));
    assertRefused(() -> listing.reject("x", LATER));
    assertRefused(() -> listing.change(details(), LATER));
    assertRefused(() -> listing.archive(LATER));
  }

  private static void assertRefused(Runnable transition) {
    assertThatThrownBy(transition::run)
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(ListingError.ARCHIVED));
  }

  private static Place place(String city, String area, String address) {
    return new Place(city, area, address, null, null);
  }

  private static ListingDetails with(
      ListingDetails d,
      String name,
      ListingType type,
      String description,
      Place place,
      List<String> images) {
    return new ListingDetails(
        name,
        type,
        description,
        place,
        d.prices(),
        d.capacity(),
        d.amenities(),
        images,
        d.timeZone());
  }
}
