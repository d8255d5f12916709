package com.nanospace.system.promise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.system.RunningSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Doors to the running suite that its users don't have. */
public final class Suite {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Suite() {}

  public static String kafka() {
    return addresses().get("kafka").asText();
  }

  /** A connection as the service's own role, which owns its tables. */
  public static Connection database(String name) throws SQLException {
    return DriverManager.getConnection(
        addresses().get("postgres").asText() + name,
        name,
        read(RunningSuite.data().resolve("keys/database-%s.secret".formatted(name))).strip());
  }

  public static JsonNode addresses() {
    return json("addresses.json");
  }

  static JsonNode processes() {
    return json("processes.json");
  }

  private static JsonNode json(String file) {
    try {
      return JSON.readTree(read(RunningSuite.data().resolve("run").resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
