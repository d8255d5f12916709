package com.nanospace.property.listing;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where a space is; the coordinates (WGS 84 degrees) are known together or not at all. */
@Embeddable
public record Place(
    String city,
    @Nullable String area,
    String address,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude) {

  public Place {
    if ((latitude == null) != (longitude == null)) {
      throw new IllegalArgumentException("Latitude and longitude are known together");
    }
    latitude = latitude == null ? null : latitude.stripTrailingZeros();
    longitude = longitude == null ? null : longitude.stripTrailingZeros();
  }
}
