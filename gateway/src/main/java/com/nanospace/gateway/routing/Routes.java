package com.nanospace.gateway.routing;

import com.nanospace.gateway.routing.RoutingConfig.RouteConfig;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The route table, read once at start; a wrong line stops the gateway there. */
@Singleton
public class Routes {

  private final Map<String, Origin> origins = new LinkedHashMap<>();
  private final List<Route> mostSpecificFirst;

  Routes(RoutingConfig config) {
    new TreeMap<>(config.origins())
        .forEach((name, address) -> origins.put(name, Origin.of(name, address)));
    this.mostSpecificFirst =
        config.routes().entrySet().stream()
            .map(line -> route(line.getKey(), line.getValue(), config))
            .sorted(Comparator.comparing(Route::pattern))
            .toList();
  }

  /**
   * @param path canonical and without a trailing slash
   */
  public Optional<Route> match(String path) {
    List<String> segments = PathPattern.segmentsOf(path);
    return mostSpecificFirst.stream()
        .filter(route -> route.pattern().matches(segments))
        .findFirst();
  }

  public Collection<Origin> origins() {
    return origins.values();
  }

  public Origin origin(String name) {
    Origin origin = origins.get(name);
    if (origin == null) {
      throw new IllegalArgumentException("nanospace.routing.origins has no " + name);
    }
    return origin;
  }

  private Route route(String name, RouteConfig line, RoutingConfig config) {
    return new Route(
        name,
        PathPattern.parse(line.path()),
        origin(line.origin()),
        line.token(),
        line.writes(),
        line.maxBody().orElse(config.maxBody()).asLongValue(),
        line.timeout().orElse(config.timeout()));
  }
}
