package com.nanospace.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RebuildListingsTest {

  @Test
  void countsOneListingAndMany() {
    assertThat(RebuildListings.told(1, 0)).isEqualTo("1 listing, 0 of them brought up to date");
    assertThat(RebuildListings.told(240, 3))
        .isEqualTo("240 listings, 3 of them brought up to date");
  }
}
