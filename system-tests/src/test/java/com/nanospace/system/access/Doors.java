package com.nanospace.system.access;

import com.nanospace.system.Gateway;
import com.nanospace.system.promise.Suite;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Map;
import java.util.TreeMap;

/** A place in each service that asks who is there: through the gateway, and past it. */
final class Doors {

  private static final Map<String, String> PATHS =
      Map.of(
          "identity", "/api/auth/me",
          "property", "/api/properties/my-properties",
          "booking", "/api/bookings/my-bookings",
          "notification", "/api/notifications");

  private static final int KNOCKS = 4;

  private Doors() {}

  /** Addresses by what is behind them. */
  static Map<String, String> all() {
    Map<String, String> doors = new TreeMap<>();
    PATHS.forEach(
        (service, path) -> {
          doors.put("gateway to " + service, Gateway.origin() + path);
          doors.put(service, Suite.addresses().at("/services/" + service).asText() + path);
        });
    return doors;
  }

  /** Whether a token is refused, several times in a row, for replicas take turns. */
  static boolean isClosed(String door, String token) {
    for (int i = 0; i < KNOCKS; i++) {
      if (knock(door, token).statusCode() != 401) {
        return false;
      }
    }
    return true;
  }

  /** On a connection of its own, so that replicas take turns. */
  static Response knock(String door, String token) {
    return RestAssured.given().header("Authorization", "Bearer " + token).get(door);
  }
}
