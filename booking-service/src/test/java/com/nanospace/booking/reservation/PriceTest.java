package com.nanospace.booking.reservation;

import static com.nanospace.booking.ListingFixture.aListing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.booking.listing.Listing;
import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PriceTest {

  private static final LocalDate START = LocalDate.of(2026, 12, 1);

  private final Listing listing = aListing().withPricePerDay("450.50").listing();

  @Example
  void multipliesPlacesAndDays() {
    assertThat(total(BookingType.DAY, 3, START.plusDays(4))).isEqualTo("5406.00");
  }

  @Example
  void multipliesPlacesAndStartedMonths() {
    assertThat(total(BookingType.SEAT, 2, START.plusMonths(1))).isEqualTo("13000.00");
    assertThat(total(BookingType.SEAT, 2, START.plusMonths(1).plusDays(1))).isEqualTo("26000.00");
    assertThat(total(BookingType.CABIN, 1, START.plusDays(1))).isEqualTo("24000.00");
    assertThat(total(BookingType.MONTH, 1, START.plusMonths(2))).isEqualTo("14000.00");
  }

  @Example
  void keepsTheLargestTotalExact() {
    Money most = new Money(new BigDecimal("100000000"), "INR").times(10_000L * 731);

    assertThat(most.amount()).isEqualTo("731000000000000.00");
  }

  @Example
  void neverRounds() {
    assertThatThrownBy(() -> new Money(new BigDecimal("0.001"), "INR"))
        .isInstanceOf(ArithmeticException.class);
  }

  @Property
  void isExactlyTheSumOfItsParts(
      @ForAll("prices") BigDecimal unit,
      @ForAll @IntRange(min = 1, max = 200) int quantity,
      @ForAll @IntRange(min = 1, max = 24) int periods) {
    Money sum = new Money(BigDecimal.ZERO, "INR");
    for (int i = 0; i < quantity * periods; i++) {
      sum = new Money(sum.amount().add(unit), "INR");
    }

    Price price = new Price(BookingType.SEAT, new Money(unit, "INR"), quantity, periods);

    assertThat(price.total()).isEqualTo(sum);
  }

  @Provide
  Arbitrary<BigDecimal> prices() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("100000000"))
        .ofScale(2);
  }

  private BigDecimal total(BookingType type, int quantity, LocalDate end) {
    return Price.of(listing, type, quantity, new Stay(START, end)).orElseThrow().total().amount();
  }
}
