package com.nanospace.local;

import com.nanospace.local.service.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Has booking-service bring its replica of listings to what property-service knows. */
final class RebuildListings {
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Installation installation;
  private final Console console;
  private final Map<String, String> environment;

  RebuildListings(Installation installation, Console console, Map<String, String> environment) {
    this.installation = installation;
    this.console = console;
    this.environment = environment;
  }

  int run(List<String> arguments) throws IOException, InterruptedException {
    DataFolder data = Arguments.dataFolder(arguments, installation.defaultData());
    try (OperatorClient services = new OperatorClient(data, environment)) {
      JsonObject outcome = services.post(Service.BOOKING, "/internal/listings/rebuild", PATIENCE);
      console.line(told(outcome.number("listings"), outcome.number("changed")));
      return 0;
    }
  }

  static String told(long listings, long changed) {
    return "%d %s, %d of them brought up to date"
        .formatted(listings, listings == 1 ? "listing" : "listings", changed);
  }
}
