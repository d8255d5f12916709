package com.nanospace.local.service;

/**
 * Where a process of a service listens.
 *
 * @param host the address it binds
 * @param managementPort health and metrics, on the loopback address always
 */
public record Endpoint(String host, int port, int managementPort) {
  public String readiness() {
    return "http://127.0.0.1:" + managementPort + "/q/health/ready";
  }
}
