package com.nanospace.gateway.routing;

import java.time.Duration;

/**
 * One line of the route table.
 *
 * @param maxBody in bytes
 * @param timeout from the end of the request to the beginning of the reply
 */
public record Route(
    String name,
    PathPattern pattern,
    Origin origin,
    TokenPolicy token,
    long maxBody,
    Duration timeout) {}
