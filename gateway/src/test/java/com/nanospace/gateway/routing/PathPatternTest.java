package com.nanospace.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

  @ParameterizedTest
  @CsvSource({
    "/, /, true",
    "/, /a, false",
    "/api/bookings, /api/bookings, true",
    "/api/bookings, /api/bookings/1, false",
    "/api/bookings, /api/booking, false",
    "/api/bookings/{id}, /api/bookings/1, true",
    "/api/bookings/{id}, /api/bookings, false",
    "/api/bookings/{id}/confirm, /api/bookings/1/confirm, true",
    "/api/bookings/**, /api/bookings, true",
    "/api/bookings/**, /api/bookings/1/confirm, true",
    "/api/bookings/**, /api/bookingsx, false",
    "/api/bookings/**, /api, false",
    "/**, /, true",
  })
  void matchesSegmentBySegment(String pattern, String path, boolean matches) {
    assertThat(PathPattern.parse(pattern).matches(path)).isEqualTo(matches);
  }

  @Test
  void sortsTheSpecificBeforeTheGeneral() {
    List<String> sorted =
        Stream.of("/**", "/a/**", "/a/{x}", "/a/b", "/a/{x}/c", "/a", "/{x}")
            .map(PathPattern::parse)
            .sorted()
            .map(PathPattern::toString)
            .toList();

    assertThat(sorted).containsExactly("/a", "/a/b", "/a/{x}", "/a/{x}/c", "/a/**", "/{x}", "/**");
  }

  @Test
  void refusesARestInTheMiddle() {
    assertThatThrownBy(() -> PathPattern.parse("/a/**/b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void anExactPathComesBeforeEveryOtherPatternThatMatchesIt(
      @ForAll("literals") String path, @ForAll("patterns") String other) {
    PathPattern exact = PathPattern.parse(path);
    PathPattern candidate = PathPattern.parse(other);

    assertThat(exact.matches(path)).isTrue();
    if (candidate.matches(path)) {
      assertThat(exact).isLessThanOrEqualTo(candidate);
    }
  }

  @Provide
  Arbitrary<String> literals() {
    return paths(Arbitraries.of("a", "b"));
  }

  @Provide
  Arbitrary<String> patterns() {
    Arbitrary<String> fixed = paths(Arbitraries.of("a", "b", "{x}"));
    return Arbitraries.oneOf(fixed, fixed.map(path -> path + "/**"));
  }

  private static Arbitrary<String> paths(Arbitrary<String> segments) {
    return segments.list().ofMinSize(1).ofMaxSize(4).map(list -> "/" + String.join("/", list));
  }
}
