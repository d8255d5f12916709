package com.nanospace.kit.http;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Where a request comes from. */
public final class ClientAddress {

  private ClientAddress() {}

  /**
   * The IP address that the gateway puts into {@code X-Forwarded-For}, which it takes from nobody
   * outside, or the peer's when there is no gateway.
   */
  public static String of(HttpServerRequest request) {
    @Nullable String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded != null) {
      String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
      if (NetUtil.isValidIpV4Address(last) || NetUtil.isValidIpV6Address(last)) {
        return last;
      }
    }
    return request.remoteAddress().hostAddress();
  }
}
