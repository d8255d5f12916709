package com.nanospace.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  @Test
  void readsSchemeHostAndPort() {
    assertThat(Origin.of("booking", URI.create("http://booking:8080/")))
        .isEqualTo(new Origin("booking", "booking", 8080, false));
    assertThat(Origin.of("booking", URI.create("https://booking.internal")))
        .isEqualTo(new Origin("booking", "booking.internal", 443, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"booking:8080", "ftp://booking", "http://booking/api", "http:///x"})
  void refusesOtherAddresses(String address) {
    assertThatThrownBy(() -> Origin.of("booking", URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("booking");
  }
}
