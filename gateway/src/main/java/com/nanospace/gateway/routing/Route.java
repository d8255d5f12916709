package com.nanospace.gateway.routing;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;

/**
 * One line of the route table.
 *
 * @param writes what requests other than reads are counted as
 * @param maxBody in bytes
 * @param timeout from the end of the request to the beginning of the reply
 */
public record Route(
    String name,
    PathPattern pattern,
    Origin origin,
    TokenPolicy token,
    RequestClass writes,
    long maxBody,
    Duration timeout) {

  /** What a request for it is counted as. */
  public RequestClass classOf(HttpMethod method) {
    RequestClass byMethod = RequestClass.of(method);
    return byMethod == RequestClass.READ ? byMethod : writes;
  }
}
