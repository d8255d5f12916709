package com.nanospace.gateway.proxy;

import io.vertx.core.http.HttpConnection;
import org.jboss.logging.Logger;

/**
 * Connections to services. One that breaks fails its request, which is told there; by itself it is
 * no error.
 */
final class Connections {

  private static final Logger LOG = Logger.getLogger(Connections.class);

  private Connections() {}

  static void watch(HttpConnection connection) {
    connection.exceptionHandler(Connections::noteBreak);
  }

  static void noteBreak(Throwable failure) {
    LOG.debugf("connection to a service broke: %s", failure.getMessage());
  }
}
