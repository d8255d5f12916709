package com.nanospace.identity.client;

import com.nanospace.kit.http.ClientAddress;
import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The program that sent the current request. */
@RequestScoped
public class Client {

  private static final int MAX_USER_AGENT = 255;

  private final CurrentVertxRequest current;

  Client(CurrentVertxRequest current) {
    this.current = current;
  }

  /** Its IP address. */
  public String address() {
    return ClientAddress.of(current.getCurrent().request());
  }

  /** What limits are counted by: the address, or the /64 that one IPv6 subscriber has at will. */
  public String network() {
    String address = address();
    byte @Nullable [] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes != null && bytes.length == 16
        ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) + "/64"
        : address;
  }

  public Optional<String> userAgent() {
    return Optional.ofNullable(current.getCurrent().request().getHeader("User-Agent"))
        .map(text -> text.substring(0, Math.min(text.length(), MAX_USER_AGENT)));
  }
}
