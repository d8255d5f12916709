package com.nanospace.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** In an application of its own, for what has begun to drain does not stop draining. */
@QuarkusTest
@TestProfile(DrainingTest.AboutToStop.class)
class DrainingTest {

  @Inject Event<ShutdownDelayInitiatedEvent> shutdown;

  @Test
  void stillAnswersAndAsksCallersToReconnect() {
    given().get("/nothing/here").then().statusCode(404).header("Connection", nullValue());

    shutdown.fire(new ShutdownDelayInitiatedEvent());

    given().get("/nothing/here").then().statusCode(404).header("Connection", equalTo("close"));
  }

  /** No other settings, only another application. */
  public static class AboutToStop implements QuarkusTestProfile {}
}
