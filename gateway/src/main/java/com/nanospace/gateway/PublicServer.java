package com.nanospace.gateway;

import com.nanospace.gateway.connection.ConnectionLimits;
import com.nanospace.gateway.edge.RequestMeters;
import com.nanospace.gateway.edge.ServerConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The public port. Quarkus' own HTTP server answers malformed requests before anybody else sees
 * them; this one leaves every reply to the {@link Gateway}, and to that end does without web
 * sockets, whose handler would answer unknown versions of HTTP. Each event loop has an instance.
 */
@Singleton
public class PublicServer {

  private static final Logger LOG = Logger.getLogger(PublicServer.class);
  private static final Duration START_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration DRAIN_POLL = Duration.ofMillis(50);
  private static final Duration QUIET = Duration.ofMillis(300);

  private final Vertx vertx;
  private final Gateway gateway;
  private final ConnectionLimits connections;
  private final RequestMeters meters;
  private final ServerConfig config;
  private final String host;
  private final int wantedPort;
  private volatile int port;
  private volatile String deployment = "";

  PublicServer(
      Vertx vertx,
      Gateway gateway,
      ConnectionLimits connections,
      RequestMeters meters,
      ServerConfig config,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.port") int wantedPort) {
    this.vertx = vertx;
    this.gateway = gateway;
    this.connections = connections;
    this.meters = meters;
    this.config = config;
    this.host = host;
    this.wantedPort = wantedPort;
  }

  /** The port that is listened on; the one that was picked when the configured one is 0. */
  public int port() {
    return port;
  }

  void start(@Observes StartupEvent event) throws Exception {
    System.setProperty("vertx.disableWebsockets", "true");
    deployment =
        vertx
            .deployVerticle(
                Instance::new,
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()))
            .toCompletionStage()
            .toCompletableFuture()
            .get(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    LOG.infof("listening on http://%s:%d", host, port);
  }

  /**
   * Stops listening once no request is under way and none has come for a moment: whoever still
   * sends does not know yet that this process goes, and is answered.
   */
  void stop(@Observes ShutdownEvent event) throws Exception {
    long deadline = System.nanoTime() + config.drainTimeout().toNanos();
    while (!meters.isQuietFor(QUIET) && System.nanoTime() < deadline) {
      TimeUnit.NANOSECONDS.sleep(DRAIN_POLL.toNanos());
    }
    vertx
        .undeploy(deployment)
        .toCompletionStage()
        .toCompletableFuture()
        .get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setHost(host)
        // Instances share a picked port only when it is asked for by a negative number.
        .setPort(wantedPort == 0 ? -1 : wantedPort)
        .setIdleTimeout((int) config.idleTimeout().toSeconds())
        .setMaxHeaderSize((int) config.maxHeaders().asLongValue())
        .setMaxInitialLineLength((int) config.maxRequestLine().asLongValue())
        .setHttp2ClearTextEnabled(false);
  }

  private final class Instance extends AbstractVerticle {

    @Override
    public void start(Promise<Void> started) {
      vertx
          .createHttpServer(options())
          .connectionHandler(connections::admit)
          .requestHandler(gateway::handle)
          .invalidRequestHandler(gateway::handleInvalid)
          .exceptionHandler(failure -> LOG.debugf("connection broke: %s", failure.getMessage()))
          .listen()
          .onSuccess(server -> port = server.actualPort())
          .<Void>mapEmpty()
          .onComplete(started);
    }
  }
}
