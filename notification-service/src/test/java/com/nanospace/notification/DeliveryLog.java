package com.nanospace.notification;

import static io.restassured.RestAssured.given;

import com.nanospace.testkit.TestTokens;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The delivery log as an admin sees it. */
public final class DeliveryLog {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private DeliveryLog() {}

  /** Every delivery to that address or user, newest first. */
  public static List<Map<String, Object>> of(String recipient) {
    JsonPath page =
        given()
            .auth()
            .oauth2(TestTokens.admin(UUID.randomUUID()))
            .queryParam("recipient", recipient)
            .get("/api/admin/notifications")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    return page.getList("notifications");
  }

  /** Waits until the only delivery to that recipient has that status. */
  public static Map<String, Object> await(String recipient, String status) {
    return org.awaitility.Awaitility.await("%s delivery to %s".formatted(status, recipient))
        .atMost(PATIENCE)
        .until(
            () -> of(recipient),
            log -> log.size() == 1 && status.equals(log.getFirst().get("status")))
        .getFirst();
  }
}
