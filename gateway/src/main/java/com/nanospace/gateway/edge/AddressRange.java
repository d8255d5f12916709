package com.nanospace.gateway.edge;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IP addresses that have their first bits in common, written as in {@code 10.0.0.0/8} or {@code
 * fd00::/8}; a single address has no slash.
 */
final class AddressRange {

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");
  private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  private final byte[] address;
  private final int prefix;

  private AddressRange(byte[] address, int prefix) {
    this.address = address;
    this.prefix = prefix;
  }

  /**
   * @throws IllegalArgumentException when it is none
   */
  static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    byte[] address =
        address(literal)
            .map(InetAddress::getAddress)
            .orElseThrow(() -> new IllegalArgumentException("not an address range: " + text));
    int bits = address.length * Byte.SIZE;
    String length = slash < 0 ? String.valueOf(bits) : text.substring(slash + 1);
    if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > bits) {
      throw new IllegalArgumentException("not an address range: " + text);
    }
    return new AddressRange(address, Integer.parseInt(length));
  }

  /**
   * Reads a literal address and asks nobody for a name. An IPv4 address that is written as an IPv6
   * one is the IPv4 address.
   */
  static Optional<InetAddress> address(String literal) {
    byte[] octets =
        LITERAL.matcher(literal).matches()
            ? NetUtil.createByteArrayFromIpAddressString(literal)
            : null;
    try {
      return octets == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(octets));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("of 4 or 16 octets", e);
    }
  }

  boolean contains(InetAddress other) {
    byte[] octets = other.getAddress();
    if (octets.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((octets[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
