package com.nanospace.gateway;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** HTTP servers in the places of the four services; each test decides what they say. */
public class Services implements QuarkusTestResourceLifecycleManager {

  private static final List<String> NAMES =
      List.of("identity", "property", "booking", "notification");

  private final Map<String, WireMockServer> servers = new LinkedHashMap<>();

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new LinkedHashMap<>();
    for (String name : NAMES) {
      WireMockServer server =
          new WireMockServer(WireMockConfiguration.options().dynamicPort().stubCorsEnabled(false));
      server.start();
      servers.put(name, server);
      config.put("nanospace.%s.url".formatted(name), "http://localhost:" + server.port());
    }
    return config;
  }

  @Override
  public void stop() {
    servers.values().forEach(WireMockServer::stop);
  }
}
