package com.nanospace.booking.listing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The replica of a listing. Only {@link ListingReplica} writes it, in one statement. */
@Entity
@Immutable
public class Listing {

  @Id private UUID id;
  private long version;
  private UUID ownerId;
  private String name;
  private String type;
  private String city;

  @Column(precision = 12, scale = 2)
  private @Nullable BigDecimal pricePerSeat;

  @Column(precision = 12, scale = 2)
  private @Nullable BigDecimal pricePerCabin;

  @Column(precision = 12, scale = 2)
  private @Nullable BigDecimal pricePerMonth;

  @Column(precision = 12, scale = 2)
  private @Nullable BigDecimal pricePerDay;

  private String currency;
  private @Nullable Integer bookableSeats;
  private @Nullable Integer totalCabins;
  private String timeZone;

  @Enumerated(EnumType.STRING)
  private ListingStatus status;

  @SuppressWarnings("NullAway.Init")
  protected Listing() {}

  public UUID id() {
    return id;
  }

  /** Of the newest state that is known. */
  public long version() {
    return version;
  }

  public UUID ownerId() {
    return ownerId;
  }

  public String name() {
    return name;
  }

  public String type() {
    return type;
  }

  public String city() {
    return city;
  }

  public String currency() {
    return currency;
  }

  /** For one seat and month. */
  public Optional<BigDecimal> pricePerSeat() {
    return Optional.ofNullable(pricePerSeat);
  }

  /** For one cabin and month. */
  public Optional<BigDecimal> pricePerCabin() {
    return Optional.ofNullable(pricePerCabin);
  }

  /** For one place and month. */
  public Optional<BigDecimal> pricePerMonth() {
    return Optional.ofNullable(pricePerMonth);
  }

  /** For one place and day. */
  public Optional<BigDecimal> pricePerDay() {
    return Optional.ofNullable(pricePerDay);
  }

  /** Empty when seats are not counted. */
  public Optional<Integer> bookableSeats() {
    return Optional.ofNullable(bookableSeats);
  }

  /** Empty when cabins are not counted. */
  public Optional<Integer> totalCabins() {
    return Optional.ofNullable(totalCabins);
  }

  public boolean isApproved() {
    return status == ListingStatus.APPROVED;
  }

  /** Today, where the listing is. */
  public LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(timeZone));
  }
}
