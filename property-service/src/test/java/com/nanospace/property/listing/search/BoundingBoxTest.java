package com.nanospace.property.listing.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BoundingBoxTest {

  @Property(tries = 2000)
  void everyPointOfTheCircleLiesInTheBox(
      @ForAll @DoubleRange(min = -90, max = 90) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude,
      @ForAll @DoubleRange(min = 0.01, max = 500) double radius,
      @ForAll @DoubleRange(min = 0, max = 360) double bearing,
      @ForAll @DoubleRange(min = 0, max = 1) double part) {
    Spot center = new Spot(BigDecimal.valueOf(latitude), BigDecimal.valueOf(longitude));

    double[] point = destination(latitude, longitude, radius * part, bearing);

    assertThat(contains(BoundingBox.around(center, radius), point[0], point[1]))
        .as("%s around %s contains %s, %s", radius, center, point[0], point[1])
        .isTrue();
  }

  @Test
  void theBoxMayCrossTheAntimeridian() {
    BoundingBox box = BoundingBox.around(new Spot(BigDecimal.ZERO, new BigDecimal("179.9")), 100);

    assertThat(box.crossesAntimeridian()).isTrue();
    assertThat(contains(box, 0, -179.9)).isTrue();
    assertThat(contains(box, 0, 0)).isFalse();
  }

  @Test
  void theBoxIsNotMuchLargerThanTheCircle() {
    BoundingBox box = BoundingBox.around(new Spot(new BigDecimal("13"), new BigDecimal("77")), 10);

    assertThat(contains(box, 13.1, 77)).isFalse();
    assertThat(contains(box, 13, 77.1)).isFalse();
  }

  private static boolean contains(BoundingBox box, double latitude, double longitude) {
    boolean eastOfWest = longitude >= box.west().doubleValue();
    boolean westOfEast = longitude <= box.east().doubleValue();
    return latitude >= box.south().doubleValue()
        && latitude <= box.north().doubleValue()
        && (box.crossesAntimeridian() ? eastOfWest || westOfEast : eastOfWest && westOfEast);
  }

  /** Where somebody ends who starts there and walks straight on. */
  private static double[] destination(double lat, double lng, double km, double bearing) {
    double angle = km / BoundingBox.EARTH_RADIUS_KM;
    double phi = Math.toRadians(lat);
    double theta = Math.toRadians(bearing);
    double sine =
        Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(theta);
    double endPhi = Math.asin(Math.clamp(sine, -1, 1));
    double turn =
        Math.atan2(
            Math.sin(theta) * Math.sin(angle) * Math.cos(phi),
            Math.cos(angle) - Math.sin(phi) * Math.sin(endPhi));
    double end = lng + Math.toDegrees(turn);
    return new double[] {
      Math.toDegrees(endPhi), end > 180 ? end - 360 : end < -180 ? end + 360 : end
    };
  }
}
