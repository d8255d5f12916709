package com.nanospace.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void givesEachPortOnce() {
    Ports ports = new Ports();
    Set<Integer> given = new HashSet<>();

    for (int i = 0; i < 200; i++) {
      given.add(ports.free());
    }

    assertThat(given).hasSize(200);
  }

  @Test
  void seesAPortThatIsTakenOnTheLoopbackAddress() throws IOException {
    int port = new Ports().free();

    try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
    }
    assertThat(Ports.isFree(port)).isTrue();
  }

  @Test
  void seesAPortThatIsTakenOnAllAddresses() throws IOException {
    int port = new Ports().free();

    try (var taken = new ServerSocket(port)) {
      assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
    }
  }
}
