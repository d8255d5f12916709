package com.nanospace.gateway.routing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The route table. What no route names is not there for the outside. */
@ConfigMapping(prefix = "nanospace.routing")
public interface RoutingConfig {

  /** Base address of each service: scheme, host and port. */
  Map<String, URI> origins();

  /** Routes by name; of those that match a path, the most specific one counts. */
  Map<String, RouteConfig> routes();

  /** The largest body of a route that sets none of its own. */
  @WithDefault("1M")
  MemorySize maxBody();

  /** How long a service may take to begin its reply, on a route that sets no time of its own. */
  @WithDefault("15S")
  Duration timeout();

  /** One route. */
  interface RouteConfig {

    /**
     * A path such as <code>/api/bookings/{id}</code>. A name in braces stands for one segment, a
     * last segment <code>**</code> for any number of them, also none.
     */
    String path();

    /** The name of the service in {@link RoutingConfig#origins()}. */
    String origin();

    /** What the route asks of the bearer token. */
    @WithDefault("optional")
    TokenPolicy token();

    /** What requests other than reads are counted as by the rate limits. */
    @WithDefault("write")
    RequestClass writes();

    /** The largest body. */
    Optional<MemorySize> maxBody();

    /** How long the service may take to begin its reply, counted from the end of the request. */
    Optional<Duration> timeout();
  }
}
