package com.nanospace.local.service;

/**
 * One process of a service.
 *
 * @param number from 1; 0 for the only one
 */
public record Replica(Service service, int number, Endpoint endpoint) {
  /** What people and log files call it. */
  public String label() {
    return number == 0 ? service.label() : service.label() + "-" + number;
  }
}
