package com.nanospace.local.postgres;

import com.nanospace.local.CannotRun;
import com.nanospace.local.keys.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** A database per service, owned by a role of the same name that can't enter the others. */
final class ServiceDatabases {
  private final String url;
  private final Secrets secrets;

  ServiceDatabases(String url, Secrets secrets) {
    this.url = url;
    this.secrets = secrets;
  }

  /** Makes what is missing and sets the passwords to what the services are told. */
  void create(List<String> names) {
    Properties login = new Properties();
    login.setProperty("user", PostgresServer.SUPERUSER);
    login.setProperty("password", secrets.secret("database-" + PostgresServer.SUPERUSER));
    try (Connection connection = DriverManager.getConnection(url, login)) {
      execute(connection, "REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
      for (String name : names) {
        create(connection, name);
      }
    } catch (SQLException e) {
      throw new CannotRun("PostgreSQL's databases can't be made: " + e.getMessage(), e);
    }
  }

  private void create(Connection connection, String name) throws SQLException {
    if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
      execute(connection, "CREATE ROLE " + name + " LOGIN NOINHERIT");
    }
    execute(
        connection,
        "ALTER ROLE %s PASSWORD '%s'".formatted(name, secrets.secret("database-" + name)));
    if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
      execute(connection, "CREATE DATABASE %1$s OWNER %1$s".formatted(name));
    }
    execute(connection, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
  }

  private static boolean exists(Connection connection, String question, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  /** For statements that take no parameters: names are ours, secrets are hexadecimal. */
  private static void execute(Connection connection, String statement) throws SQLException {
    try (Statement plain = connection.createStatement()) {
      plain.execute(statement);
    }
  }
}
