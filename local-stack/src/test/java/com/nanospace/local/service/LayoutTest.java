package com.nanospace.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.local.process.Ports;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class LayoutTest {

  private final Ports ports = new Ports();
  private final InetSocketAddress gateway =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.free());

  @Test
  void aGatewayThatIsAloneCountsRequestsWithoutADatabase() {
    assertThat(Layout.single(gateway, ports).databases())
        .containsExactly("identity", "property", "booking", "notification");
  }

  @Test
  void severalGatewaysCountThemTogetherInOne() {
    assertThat(Layout.replicated(gateway, 2, ports).databases())
        .containsExactly("identity", "property", "booking", "notification", "gateway");
  }
}
