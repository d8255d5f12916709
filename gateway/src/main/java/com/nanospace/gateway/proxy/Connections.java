package com.nanospace.gateway.proxy;

import io.vertx.core.http.HttpConnection;
import org.jboss.logging.Logger;

/** Connections to services. */
final class Connections {

  private static final Logger LOG = Logger.getLogger(Connections.class);

  private Connections() {}

  /** A connection that breaks fails its request, which is told there; by itself it is no error. */
  static void watch(HttpConnection connection) {
    connection.exceptionHandler(
        failure -> LOG.debugf("connection broke: %s", failure.getMessage()));
  }
}
