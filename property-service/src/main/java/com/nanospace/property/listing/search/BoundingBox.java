package com.nanospace.property.listing.search;

import java.math.BigDecimal;

/**
 * A box of latitudes and longitudes around a circle on earth, which an index can answer.
 *
 * @param west may be greater than {@code east}: the box then crosses the antimeridian
 */
record BoundingBox(BigDecimal south, BigDecimal north, BigDecimal west, BigDecimal east) {

  static final double EARTH_RADIUS_KM = 6371.0088;

  /** Keeps points on the very edge inside, whatever floating point makes of them. */
  private static final double MARGIN_DEGREES = 1e-6;

  static BoundingBox around(Spot center, double radiusKm) {
    double latitude = center.latitude().doubleValue();
    double longitude = center.longitude().doubleValue();
    double angle = radiusKm / EARTH_RADIUS_KM;
    double reach = Math.toDegrees(angle) + MARGIN_DEGREES;
    if (latitude + reach >= 90 || latitude - reach <= -90) {
      // Around a pole every longitude is near.
      return of(latitude - reach, latitude + reach, -180, 180);
    }
    // The widest point lies nearer to the pole than the center does.
    double width =
        Math.toDegrees(Math.asin(Math.sin(angle) / Math.cos(Math.toRadians(latitude))))
            + MARGIN_DEGREES;
    return of(
        latitude - reach, latitude + reach, wrapped(longitude - width), wrapped(longitude + width));
  }

  boolean crossesAntimeridian() {
    return west.compareTo(east) > 0;
  }

  private static double wrapped(double longitude) {
    return longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;
  }

  private static BoundingBox of(double south, double north, double west, double east) {
    return new BoundingBox(
        BigDecimal.valueOf(south),
        BigDecimal.valueOf(north),
        BigDecimal.valueOf(west),
        BigDecimal.valueOf(east));
  }
}
