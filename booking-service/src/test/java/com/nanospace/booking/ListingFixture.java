package com.nanospace.booking;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.booking.listing.Listing;
import com.nanospace.booking.listing.ListingReplica;
import com.nanospace.booking.listing.ListingState;
import com.nanospace.kit.Ids;
import io.quarkus.arc.Arc;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A listing as property-service would tell it: approved, with all prices, in Kolkata. */
public final class ListingFixture {

  private static final ObjectMapper READER =
      new ObjectMapper().setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);

  private final UUID id;
  private final UUID ownerId = Ids.next();
  private long version = 1;
  private BigDecimal pricePerDay = new BigDecimal("500.00");
  private Integer bookableSeats = 10;
  private Integer totalCabins = 2;
  private String timeZone = "Asia/Kolkata";
  private String status = "approved";

  private ListingFixture(UUID id) {
    this.id = id;
  }

  public static ListingFixture aListing() {
    return new ListingFixture(Ids.next());
  }

  public ListingFixture withSeats(Integer seats) {
    bookableSeats = seats;
    return this;
  }

  public ListingFixture withCabins(Integer cabins) {
    totalCabins = cabins;
    return this;
  }

  public ListingFixture withPricePerDay(String price) {
    pricePerDay = price == null ? null : new BigDecimal(price);
    return this;
  }

  public ListingFixture in(String zone) {
    timeZone = zone;
    return this;
  }

  public ListingFixture withVersion(long number) {
    version = number;
    return this;
  }

  public ListingFixture as(String word) {
    status = word;
    return this;
  }

  /** A later state of the same listing. */
  public ListingFixture later() {
    version++;
    return this;
  }

  public UUID id() {
    return id;
  }

  public UUID ownerId() {
    return ownerId;
  }

  public ListingState state() {
    return new ListingState(
        id,
        version,
        ownerId,
        "Lakeside Coworking",
        "coworking",
        "Bengaluru",
        new BigDecimal("6500.00"),
        new BigDecimal("24000.00"),
        new BigDecimal("7000.00"),
        pricePerDay,
        "INR",
        bookableSeats,
        totalCabins,
        timeZone,
        status);
  }

  /** The replica's view of this state, for tests without a container. */
  public Listing listing() {
    ListingState state = state();
    return READER.convertValue(
        Map.ofEntries(
            Map.entry("id", state.propertyId()),
            Map.entry("ownerId", state.ownerId()),
            Map.entry("name", state.name()),
            Map.entry("type", state.type()),
            Map.entry("city", state.city()),
            Map.entry("pricePerSeat", state.pricePerSeat()),
            Map.entry("pricePerCabin", state.pricePerCabin()),
            Map.entry("pricePerMonth", state.pricePerMonth()),
            Map.entry("pricePerDay", state.pricePerDay()),
            Map.entry("currency", state.currency()),
            Map.entry("timeZone", state.zone().getId()),
            Map.entry("status", state.status().toUpperCase(Locale.ROOT))),
        Listing.class);
  }

  /** Puts this state into the replica of the running service. */
  public ListingFixture known() {
    Arc.container().instance(ListingReplica.class).get().apply(state());
    return this;
  }
}
