package com.nanospace.gateway.endpoint;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** All endpoints of the gateway's own. */
@Singleton
public class Endpoints {

  private final List<Endpoint> endpoints;

  Endpoints(@All List<Endpoint> endpoints) {
    this.endpoints = endpoints;
  }

  public Optional<Endpoint> at(String path) {
    return endpoints.stream()
        .filter(endpoint -> endpoint.paths().stream().anyMatch(own -> own.matches(path)))
        .findFirst();
  }
}
