package com.nanospace.property.listing.search;

import com.nanospace.property.listing.Listing;
import com.nanospace.property.listing.ListingDetails;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The search said once more, as plainly as possible, over listings in memory. */
final class NaiveSearch {

  private NaiveSearch() {}

  static List<Listing> find(SearchCriteria c, List<Listing> approved) {
    return approved.stream().filter(l -> matches(c, l.details())).sorted(order(c)).toList();
  }

  static boolean matches(SearchCriteria c, ListingDetails d) {
    return c.type().filter(type -> type != d.type()).isEmpty()
        && c.city().filter(city -> !same(city, d.place().city())).isEmpty()
        && c.area().filter(area -> !same(area, d.place().area())).isEmpty()
        && c.words().filter(words -> !hasWords(words, d)).isEmpty()
        && hasPrice(c, d)
        && c.amenities().stream()
            .allMatch(wanted -> d.amenities().stream().anyMatch(has -> same(wanted, has)))
        && c.radiusKm().filter(radius -> !(distance(c, d) <= radius.doubleValue())).isEmpty();
  }

  private static boolean same(String wanted, String has) {
    return has != null && low(wanted).equals(low(has));
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean hasWords(String words, ListingDetails d) {
    String text =
        low(
            String.join(
                "\n",
                d.name(),
                d.place().city(),
                Objects.requireNonNullElse(d.place().area(), ""),
                Objects.requireNonNullElse(d.description(), "")));
    return Arrays.stream(low(words).split(" ")).allMatch(text::contains);
  }

  private static boolean hasPrice(SearchCriteria c, ListingDetails d) {
    return (c.minPrice().isEmpty() && c.maxPrice().isEmpty())
        || prices(d)
            .anyMatch(
                price ->
                    c.minPrice().filter(min -> price.compareTo(min) < 0).isEmpty()
                        && c.maxPrice().filter(max -> price.compareTo(max) > 0).isEmpty());
  }

  private static Stream<BigDecimal> prices(ListingDetails d) {
    return Stream.of(
            d.prices().pricePerSeat(),
            d.prices().pricePerCabin(),
            d.prices().pricePerMonth(),
            d.prices().pricePerDay())
        .filter(Objects::nonNull);
  }

  /** Great-circle distance by the spherical law of cosines; NaN without coordinates. */
  private static double distance(SearchCriteria c, ListingDetails d) {
    if (d.place().latitude() == null) {
      return Double.NaN;
    }
    Spot from = c.near().orElseThrow();
    double phi = Math.toRadians(from.latitude().doubleValue());
    double otherPhi = Math.toRadians(d.place().latitude().doubleValue());
    double turn = Math.toRadians(d.place().longitude().subtract(from.longitude()).doubleValue());
    double cosine =
        Math.sin(phi) * Math.sin(otherPhi) + Math.cos(phi) * Math.cos(otherPhi) * Math.cos(turn);
    return Math.acos(Math.clamp(cosine, -1, 1)) * 6371.0088;
  }

  private static Comparator<Listing> order(SearchCriteria c) {
    Comparator<Listing> byId = Comparator.comparing(l -> l.id().toString());
    Comparator<Listing> newest =
        Comparator.comparing(Listing::createdAt).thenComparing(byId).reversed();
    return switch (c.sort()) {
      case NEWEST, RELEVANCE -> newest;
      case PRICE_ASCENDING ->
          Comparator.comparing(NaiveSearch::lowest, Comparator.nullsLast(Comparator.naturalOrder()))
              .thenComparing(byId);
      case PRICE_DESCENDING ->
          Comparator.comparing(NaiveSearch::lowest, Comparator.nullsLast(Comparator.reverseOrder()))
              .thenComparing(byId);
      case DISTANCE ->
          Comparator.comparingDouble((Listing l) -> distance(c, l.details())).thenComparing(byId);
    };
  }

  private static BigDecimal lowest(Listing listing) {
    return prices(listing.details()).min(Comparator.naturalOrder()).orElse(null);
  }
}
