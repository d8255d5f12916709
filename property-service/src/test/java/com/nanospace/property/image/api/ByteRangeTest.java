package com.nanospace.property.image.api;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, PART, 0, 10",
    "bytes=90-, PART, 90, 10",
    "bytes=90-500, PART, 90, 10",
    "bytes=-10, PART, 90, 10",
    "bytes=-500, PART, 0, 100",
    "bytes=100-, UNSATISFIABLE, 0, 0",
    "bytes=-0, UNSATISFIABLE, 0, 0",
    "bytes=5-4, WHOLE, 0, 100",
    "'bytes=0-1,5-6', WHOLE, 0, 100",
    "bytes=-, WHOLE, 0, 100",
    "bytes=99999999999999999999-, WHOLE, 0, 100",
    "chapters=1-2, WHOLE, 0, 100",
    ", WHOLE, 0, 100"
  })
  void headersAreReadAsTheRfcSays(String header, ByteRange.Kind kind, long offset, long length) {
    assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(kind, offset, length, 100));
  }

  @Property
  void aPartNeverReachesOutOfTheContent(
      @ForAll @LongRange(min = 0) long first,
      @ForAll @LongRange(min = 0) long last,
      @ForAll @LongRange(min = 1, max = 1000) long total) {
    ByteRange range = ByteRange.of("bytes=%d-%d".formatted(first % 2000, last % 2000), total);

    assertThat(range.offset() + range.length()).isLessThanOrEqualTo(total);
    assertThat(range.kind() != ByteRange.Kind.PART || range.length() > 0).isTrue();
  }
}
