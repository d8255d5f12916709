package com.nanospace.system.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.system.Gateway;
import com.nanospace.system.RunningSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** Where the servers of the running suite listen: what only the gateway reaches, too. */
final class Servers {

  private Servers() {}

  static Wire gateway() {
    return new Wire("gateway", URI.create(Gateway.origin()));
  }

  static Wire service(String name) {
    return new Wire(name, URI.create(addresses().get("services").get(name).asText()));
  }

  private static JsonNode addresses() {
    try {
      return new ObjectMapper()
          .readTree(RunningSuite.data().resolve("run/addresses.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
