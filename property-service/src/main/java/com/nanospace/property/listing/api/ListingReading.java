package com.nanospace.property.listing.api;

import com.nanospace.kit.FieldError;
import com.nanospace.kit.Refusal;
import com.nanospace.property.listing.Capacity;
import com.nanospace.property.listing.FoldedText;
import com.nanospace.property.listing.ListingDetails;
import com.nanospace.property.listing.ListingType;
import com.nanospace.property.listing.Place;
import com.nanospace.property.listing.Prices;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes details of a form whose single fields are valid; gathers what is wrong between fields. */
final class ListingReading {

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> PERIODS = Set.of("seat", "day", "month");

  private final ListingForm form;
  private final int withheldSeats;
  private final List<FieldError> errors = new ArrayList<>();

  private ListingReading(ListingForm form, int withheldSeats) {
    this.form = form;
    this.withheldSeats = withheldSeats;
  }

  /**
   * Reads a form.
   *
   * @param withheldSeats how many seats are off the platform when the form doesn't say
   * @throws Refusal {@code request.invalid} that names every wrong field
   */
  static ListingDetails detailsOf(ListingForm form, int withheldSeats) {
    return new ListingReading(form, withheldSeats).details();
  }

  private ListingDetails details() {
    @Nullable ListingType type = type();
    String currency = currency();
    String timeZone = timeZone();
    checkImages();
    checkLocation();
    checkPeriod();
    int withheld = withheldSeats();
    if (type == null || !errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return new ListingDetails(
        stated(form.name()),
        type,
        textOrNull(form.description()),
        new Place(
            stated(form.city()),
            textOrNull(form.area()),
            stated(form.address()),
            form.latitude(),
            form.longitude()),
        new Prices(
            priceFor("seat", form.pricePerSeat()),
            form.pricePerCabin(),
            priceFor("month", form.pricePerMonth()),
            priceFor("day", form.pricePerDay()),
            currency),
        new Capacity(form.totalSeats(), form.totalCabins(), withheld),
        amenities(),
        form.images() == null ? List.of() : List.copyOf(form.images()),
        timeZone);
  }

  private @Nullable ListingType type() {
    return ListingType.spelled(stated(form.type()))
        .orElseGet(
            () -> {
              reject("type", "must be one of " + ListingType.wireNames());
              return null;
            });
  }

  private String currency() {
    String code =
        form.currency() == null || form.currency().isBlank()
            ? "INR"
            : form.currency().strip().toUpperCase(Locale.ROOT);
    if (!CURRENCIES.contains(code)) {
      reject("currency", "must be an ISO 4217 code such as INR");
    }
    return code;
  }

  private String timeZone() {
    String zone =
        form.timeZone() == null || form.timeZone().isBlank()
            ? "Asia/Kolkata"
            : form.timeZone().strip();
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      reject("time_zone", "must be an IANA time zone such as Asia/Kolkata");
    }
    return zone;
  }

  private void checkImages() {
    List<String> images = form.images() == null ? List.of() : form.images();
    for (int i = 0; i < images.size(); i++) {
      if (!ImageAddress.isAcceptable(images.get(i))) {
        reject("images[%d]".formatted(i), "must be an uploaded image or an http(s) address");
      }
    }
  }

  private void checkLocation() {
    if ((form.latitude() == null) != (form.longitude() == null)) {
      reject(
          form.latitude() == null ? "latitude" : "longitude",
          "latitude and longitude are given together");
    }
  }

  private void checkPeriod() {
    String period = period();
    if (!period.isEmpty() && !PERIODS.contains(period)) {
      reject("period", "must be one of seat, day, month");
    } else if (period.isEmpty() && form.price() != null) {
      reject("period", "must say what price is for: seat, day or month");
    }
  }

  private String period() {
    return form.period() == null ? "" : form.period().strip().toLowerCase(Locale.ROOT);
  }

  private @Nullable BigDecimal priceFor(String period, @Nullable BigDecimal pricePer) {
    return form.price() != null && period.equals(period()) ? form.price() : pricePer;
  }

  private int withheldSeats() {
    int total = form.totalSeats() == null ? 0 : form.totalSeats();
    if (form.availableSeats() == null) {
      return Math.min(withheldSeats, total);
    }
    if (form.availableSeats() > total) {
      reject("available_seats", "must not be more than total_seats");
      return 0;
    }
    return total - form.availableSeats();
  }

  /** Each amenity once, as it was written first. */
  private List<String> amenities() {
    List<String> amenities = form.amenities() == null ? List.of() : form.amenities();
    Map<String, String> byKey = new LinkedHashMap<>();
    amenities.forEach(amenity -> byKey.putIfAbsent(FoldedText.of(amenity), amenity.strip()));
    return List.copyOf(byKey.values());
  }

  private void reject(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  private static String stated(@Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException("The form was not validated");
    }
    return text.strip();
  }

  private static @Nullable String textOrNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
