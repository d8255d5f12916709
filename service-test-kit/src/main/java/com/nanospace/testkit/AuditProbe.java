package com.nanospace.testkit;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** An audit of the service under test as an operator sees it, and a way to give it cause. */
public record AuditProbe(long rows, List<String> examples) {

  private static final String UNSEEN = "&options=-c%20session_replication_role=replica";

  /** What that audit says now, about the last day. */
  public static AuditProbe of(String audit) {
    return of(audit, TestTokens.admin(UUID.randomUUID()));
  }

  /** The same, for a service that trusts no tokens but its own. */
  public static AuditProbe of(String audit, String adminToken) {
    JsonPath reply =
        RestAssured.given()
            .auth()
            .oauth2(adminToken)
            .queryParam("audit", audit)
            .post("/internal/audit")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .setRootPath("audits.find { it.audit == '%s' }".formatted(audit));
    if (reply.get("failure") != null) {
      throw new AssertionError(
          "%s could not be audited: %s".formatted(audit, reply.get("failure")));
    }
    return new AuditProbe(reply.getLong("rows"), reply.getList("examples", String.class));
  }

  /** What it says about that one. */
  public List<String> about(Object id) {
    return examples.stream().filter(example -> example.contains(id.toString())).toList();
  }

  /**
   * Changes tables behind the service's back, and behind that of triggers and foreign keys.
   *
   * @return how many rows were changed
   */
  public static int tamper(String sql, Object... parameters) {
    try (Connection connection = DriverManager.getConnection(TestPostgres.url() + UNSEEN);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        statement.setObject(index + 1, parameters[index]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError("The tables could not be tampered with", e);
    }
  }
}
