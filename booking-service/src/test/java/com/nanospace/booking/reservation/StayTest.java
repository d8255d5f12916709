package com.nanospace.booking.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.FieldError;
import com.nanospace.kit.Refusal;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class StayTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Example
  void lastsOneDayUnlessSaidOtherwise() {
    Stay stay = Stay.asked(BookingType.DAY, null, null, TODAY);

    assertThat(stay).isEqualTo(new Stay(TODAY, TODAY.plusDays(1)));
    assertThat(stay.days()).isEqualTo(1);
  }

  @Example
  void lastsOneMonthForEveryOtherType() {
    assertThat(Stay.asked(BookingType.SEAT, null, null, TODAY).endDate()).isEqualTo("2026-12-22");
    assertThat(Stay.asked(BookingType.CABIN, null, null, TODAY).endDate()).isEqualTo("2026-12-22");
    assertThat(Stay.asked(BookingType.MONTH, null, null, TODAY).endDate()).isEqualTo("2026-12-22");
  }

  @Example
  void refusesWhatHasBegun() {
    refuses("start_date", TODAY.minusDays(1), null);
  }

  @Example
  void refusesWhatBeginsInMoreThanTwoYears() {
    refuses("start_date", TODAY.plusMonths(24).plusDays(1), null);
    assertThat(Stay.asked(BookingType.DAY, TODAY.plusMonths(24), null, TODAY).days()).isEqualTo(1);
  }

  @Example
  void refusesAnEndThatIsNotAfterTheStart() {
    refuses("end_date", TODAY.plusDays(3), TODAY.plusDays(3));
    refuses("end_date", TODAY.plusDays(3), TODAY.plusDays(2));
  }

  @Example
  void refusesMoreThanTwentyFourMonths() {
    refuses("end_date", TODAY, TODAY.plusMonths(24).plusDays(1));
    assertThat(Stay.asked(BookingType.DAY, TODAY, TODAY.plusMonths(24), TODAY).months())
        .isEqualTo(24);
  }

  @Example
  void countsMonthsFromTheLastDayOfAMonth() {
    LocalDate endOfJanuary = LocalDate.of(2027, 1, 31);

    assertThat(months(endOfJanuary, "2027-02-27")).isEqualTo(1);
    assertThat(months(endOfJanuary, "2027-02-28")).isEqualTo(1);
    assertThat(months(endOfJanuary, "2027-03-01")).isEqualTo(2);
    assertThat(months(endOfJanuary, "2027-03-31")).isEqualTo(2);
    assertThat(months(endOfJanuary, "2027-04-01")).isEqualTo(3);
    assertThat(months(LocalDate.of(2028, 1, 31), "2028-02-29")).isEqualTo(1);
  }

  @Property
  void countsTheFewestMonthsThatReachTheEnd(
      @ForAll("starts") LocalDate start, @ForAll @IntRange(min = 1, max = 731) int days) {
    LocalDate end = start.plusDays(days);

    int months = new Stay(start, end).months();

    assertThat(months).isPositive();
    assertThat(start.plusMonths(months)).isAfterOrEqualTo(end);
    assertThat(start.plusMonths(months - 1)).isBefore(end);
  }

  @Property
  void neverCountsFewerMonthsForALongerStay(
      @ForAll("starts") LocalDate start, @ForAll @IntRange(min = 1, max = 730) int days) {
    Stay shorter = new Stay(start, start.plusDays(days));
    Stay longer = new Stay(start, start.plusDays(days + 1));

    assertThat(longer.months()).isBetween(shorter.months(), shorter.months() + 1);
  }

  @Property
  void countsAsManyMonthsAsWereAskedFor(
      @ForAll("starts") LocalDate start, @ForAll @IntRange(min = 1, max = 24) int months) {
    assertThat(new Stay(start, start.plusMonths(months)).months()).isEqualTo(months);
  }

  @Provide
  Arbitrary<LocalDate> starts() {
    long first = LocalDate.of(2026, 1, 1).toEpochDay();
    return Arbitraries.longs().between(first, first + 4 * 366).map(LocalDate::ofEpochDay);
  }

  private static int months(LocalDate start, String end) {
    return new Stay(start, LocalDate.parse(end)).months();
  }

  private static void refuses(String field, LocalDate start, LocalDate end) {
    assertThatThrownBy(() -> Stay.asked(BookingType.DAY, start, end, TODAY))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(CommonError.INVALID);
              assertThat(refusal.errors()).extracting(FieldError::field).containsExactly(field);
            });
  }
}
