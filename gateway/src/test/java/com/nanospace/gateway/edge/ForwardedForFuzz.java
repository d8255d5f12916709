package com.nanospace.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client writes into {@code X-Forwarded-For}, it does not choose who it is. */
class ForwardedForFuzz {

  private static final InetAddress PROXY = address("10.1.2.3").orElseThrow();
  private static final InetAddress CLIENT = address("198.51.100.1").orElseThrow();

  private final ClientAddresses clients = new ClientAddresses(List.of("10.0.0.0/8", "fd00::/8"));

  @ValueSource(
      strings = {
        "198.51.100.1, 10.9.9.9",
        "unknown, [2001:db8::1]:80, fe80::1%eth0, ::ffff:10.0.0.1,,",
        "fd00::1,1.2.3,1.2.3.256,0x7f.1,2001:db8::/33",
        "0.0.0.0/0",
      })
  @FuzzTest
  void onlyProxiesOfOurOwnAreBelieved(@NotNull String written) {
    assertThat(clients.behind(CLIENT, List.of(written))).isEqualTo(CLIENT);
    assertThat(clients.behind(PROXY, List.of(written + ", 198.51.100.1"))).isEqualTo(CLIENT);
    assertThat(clients.behind(PROXY, List.of(written, "198.51.100.1", "10.9.9.9,fd00::7")))
        .isEqualTo(CLIENT);

    InetAddress found = clients.behind(PROXY, List.of(written));

    assertThat(found.equals(PROXY) || hops(written).contains(found)).isTrue();
    assertThat(clients.behind(PROXY, List.of(found.getHostAddress()))).isEqualTo(found);
    assertThat(ClientAddresses.network(found)).hasSizeLessThanOrEqualTo(16);
    ofARange(written).ifPresent(own -> assertThat(rangeOf(written).contains(own)).isTrue());
  }

  private static List<InetAddress> hops(String written) {
    return Arrays.stream(written.split(",", -1))
        .flatMap(hop -> address(hop.strip()).stream())
        .toList();
  }

  /** The address in front of the slash, if the text is a range at all. */
  private static Optional<InetAddress> ofARange(String text) {
    try {
      AddressRange.parse(text);
      return address(text.split("/", -1)[0]);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static AddressRange rangeOf(String text) {
    return AddressRange.parse(text);
  }

  private static Optional<InetAddress> address(String literal) {
    return AddressRange.address(literal);
  }
}
