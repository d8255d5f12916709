package com.nanospace.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

  private final ClientAddresses clients =
      new ClientAddresses(List.of("10.0.0.0/8", " 192.0.2.7", "fd00::/8"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Who is no proxy of ours may say what he likes.
        "203.0.113.9 | 198.51.100.1           | 203.0.113.9",
        "192.0.2.8   | 198.51.100.1           | 192.0.2.8",
        "11.0.0.1    | 198.51.100.1           | 11.0.0.1",
        // A proxy of ours is believed about the one before it, and no further.
        "10.1.2.3    | 198.51.100.1           | 198.51.100.1",
        "10.1.2.3    | 6.6.6.6, 198.51.100.1  | 198.51.100.1",
        "10.1.2.3    | 6.6.6.6,198.51.100.1, 10.9.9.9, 192.0.2.7 | 198.51.100.1",
        "fd00::1     | 2001:db8::1            | 2001:db8::1",
        // All of them ours: the first.
        "10.1.2.3    | 10.0.0.9, 10.0.0.8     | 10.0.0.9",
        "10.1.2.3    | ''                     | 10.1.2.3",
        // What is no address ends the list.
        "10.1.2.3    | unknown                | 10.1.2.3",
        "10.1.2.3    | 198.51.100.1:443       | 10.1.2.3",
        "10.1.2.3    | [2001:db8::1]          | 10.1.2.3",
        "10.1.2.3    | fe80::1%eth0           | 10.1.2.3",
        "10.1.2.3    | 198.51.100.1,, 10.0.0.8 | 10.0.0.8",
        "10.1.2.3    | 198.51.100.1, x, 10.0.0.8 | 10.0.0.8",
        "10.1.2.3    | 1.2.3                  | 10.1.2.3",
        "10.1.2.3    | 1.2.3.256              | 10.1.2.3",
        "10.1.2.3    | localhost              | 10.1.2.3",
        // One IPv4 address, however it is written.
        "::ffff:10.1.2.3 | ::ffff:198.51.100.1 | 198.51.100.1",
      })
  void believesWhatProxiesOfOurOwnSay(String peer, String forwardedFor, String client) {
    assertThat(clients.behind(address(peer), List.of(forwardedFor))).isEqualTo(address(client));
  }

  @Test
  void readsSeveralLinesAsOne() {
    assertThat(clients.behind(address("10.1.2.3"), List.of("6.6.6.6, 198.51.100.1", "10.4.5.6")))
        .isEqualTo(address("198.51.100.1"));
    assertThat(clients.behind(address("10.1.2.3"), List.of())).isEqualTo(address("10.1.2.3"));
  }

  @Test
  void believesNobodyByDefault() {
    ClientAddresses byDefault = new ClientAddresses(List.of());

    assertThat(byDefault.behind(address("127.0.0.1"), List.of("198.51.100.1")))
        .isEqualTo(address("127.0.0.1"));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,  10.255.255.255, 11.0.0.0",
    "10.0.0.0/31, 10.0.0.1,       10.0.0.2",
    "10.0.0.4,    10.0.0.4,       10.0.0.5",
    "2001:db8::/33, 2001:db8:7fff::1, 2001:db8:8000::1",
    "0.0.0.0/0,   203.0.113.1,    ::1",
  })
  void knowsWhereARangeEnds(String range, String inside, String outside) {
    assertThat(AddressRange.parse(range).contains(address(inside))).isTrue();
    assertThat(AddressRange.parse(range).contains(address(outside))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "proxy", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0/8"})
  void doesNotStartWithARangeThatIsNone(String range) {
    assertThatThrownBy(() -> new ClientAddresses(List.of(range)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(range);
  }

  private static InetAddress address(String literal) {
    return AddressRange.address(literal).orElseThrow();
  }
}
