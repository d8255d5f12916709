package com.nanospace.local;

import com.fasterxml.jackson.jr.ob.JSON;
import com.nanospace.local.service.Admin;
import com.nanospace.local.service.Layout;
import com.nanospace.local.service.Replica;
import com.nanospace.local.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the running suite is reached, as {@code run/addresses.json}: there once everything is
 * ready, gone when it stops.
 *
 * @param services URL of each service
 * @param readiness readiness URL of each process
 */
record Addresses(
    String gateway,
    String inbox,
    String adminEmail,
    String postgres,
    String kafka,
    Map<String, String> services,
    Map<String, String> readiness) {

  private static final String FILE = "addresses.json";

  static Addresses of(Layout layout, String inbox, String postgres, String kafka) {
    Map<String, String> services = new LinkedHashMap<>();
    Map<String, String> readiness = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      services.put(service.label(), layout.url(service));
    }
    for (Replica replica : layout.replicas()) {
      readiness.put(replica.label(), replica.endpoint().readiness());
    }
    String gateway = "http://localhost:" + layout.address(Service.GATEWAY).getPort();
    return new Addresses(
        gateway, inbox, Admin.of(System.getenv()).email(), postgres, kafka, services, readiness);
  }

  void write(DataFolder data) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("gateway", gateway);
    json.put("docs", gateway + "/docs");
    json.put("inbox", inbox);
    json.put("admin_email", adminEmail);
    json.put("postgres", postgres);
    json.put("kafka", kafka);
    json.put("services", services);
    json.put("readiness", readiness);
    Path next = data.run().resolve(FILE + ".next");
    Files.writeString(next, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(json));
    Files.move(next, data.run().resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  static void forget(DataFolder data) throws IOException {
    Files.deleteIfExists(data.run().resolve(FILE));
  }

  static Optional<Addresses> read(DataFolder data) throws IOException {
    Path file = data.run().resolve(FILE);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    JsonObject json = JsonObject.parse(Files.readString(file));
    return Optional.of(
        new Addresses(
            json.text("gateway"),
            json.text("inbox"),
            json.text("admin_email"),
            json.text("postgres"),
            json.text("kafka"),
            json.object("services").texts(),
            json.object("readiness").texts()));
  }
}
