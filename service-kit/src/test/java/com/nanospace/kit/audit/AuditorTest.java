package com.nanospace.kit.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.nanospace.testkit.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditorTest {

  private static final Duration WINDOW = Duration.ofMinutes(5);

  @Inject Auditor auditor;
  @Inject AuditRuns runs;
  @Inject AuditConfig config;
  @Inject ScriptedAudit scripted;
  @Inject AgroalDataSource database;

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @BeforeEach
  void forgetRuns() throws SQLException {
    execute("delete from audit_run");
    scripted.willFind();
  }

  @Test
  void looksOnceWhenNothingIsWrong() {
    AuditReport report = audit();

    assertThat(report).isEqualTo(new AuditReport("scripted", 7, 0, List.of(), List.of(), null));
    assertThat(scripted.looks()).isEqualTo(1);
  }

  @Test
  void reportsWhatEachLookHasSeen() {
    scripted.willFind("healed,late,wrong", "late,wrong", "new,wrong");

    AuditReport report = audit();

    assertThat(report.findings()).isEqualTo(1);
    assertThat(report.examples()).containsExactly("There is wrong");
    assertThat(scripted.looks()).isEqualTo(3);
  }

  @Test
  void reportsNothingThatHasHealedAtTheSecondLook() {
    scripted.willFind("healed", "");

    assertThat(audit().findings()).isZero();
    assertThat(scripted.looks()).isEqualTo(2);
  }

  @Test
  void saysThatNothingIsKnownWhenADifferenceCouldNotBeLookedAtAgain() {
    scripted.willFind("healed", ScriptedAudit.FAILURE, "under way");

    AuditReport report = audit();

    assertThat(report.failure()).contains("as the script says");
    assertThat(report.findings()).isZero();
    assertThat(scripted.looks()).isEqualTo(2);
  }

  @Test
  void saysThatNothingIsKnownWhenOneLookAloneWorked() {
    scripted.willFind(ScriptedAudit.FAILURE, ScriptedAudit.FAILURE, "under way");

    AuditReport report = audit();

    assertThat(report.failure()).contains("as the script says");
    assertThat(report.findings()).isZero();
  }

  @Test
  void reportsWhatTwoLooksHaveSeenAfterOneThatFailed() {
    scripted.willFind(ScriptedAudit.FAILURE, "healed,wrong", "new,wrong");

    AuditReport report = audit();

    assertThat(report.failure()).isNull();
    assertThat(report.examples()).containsExactly("There is wrong");
  }

  @Test
  void aLookThatFindsNothingIsEnoughAfterOneThatFailed() {
    scripted.willFind(ScriptedAudit.FAILURE, "");

    assertThat(audit().failure()).isNull();
    assertThat(scripted.looks()).isEqualTo(2);
  }

  @Test
  void countsAllAndShowsTwenty() {
    String many =
        IntStream.range(0, 1_500).mapToObj("%04d"::formatted).collect(Collectors.joining(","));
    scripted.willFind(many, many, many);

    AuditReport report = audit();

    assertThat(report.findings()).isEqualTo(1_500);
    assertThat(report.examples()).hasSize(20).startsWith("There is 0000", "There is 0001");
  }

  @Test
  void saysThatNothingIsKnownWhenAnAuditFails() throws SQLException {
    execute("alter table inbox rename to inbox_hidden");
    try {
      assertThat(auditor.audit(WINDOW))
          .filteredOn(report -> report.audit().equals("inbox"))
          .singleElement()
          .satisfies(report -> assertThat(report.failure()).contains("inbox"));
    } finally {
      execute("alter table inbox_hidden rename to inbox");
    }
  }

  @Test
  void leavesNoTableBehind() throws SQLException {
    audit();

    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select to_regclass('pg_temp.audit_record')")) {
      row.next();
      assertThat(row.getString(1)).isNull();
    }
  }

  @Test
  void oneOfManyReplicasGetsADueAudit() throws InterruptedException, ExecutionException {
    Callable<Boolean> claim = () -> runs.claim("contended", Duration.ofHours(1));
    int claimed = 0;
    try (ExecutorService replicas = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> reply : replicas.invokeAll(Collections.nCopies(8, claim))) {
        claimed += reply.get() ? 1 : 0;
      }
    }

    assertThat(claimed).isEqualTo(1);
  }

  @Test
  void anAuditIsDueAgainAfterTheInterval() throws SQLException {
    assertThat(auditor.auditWhatIsDue(Duration.ofHours(1)))
        .extracting(AuditReport::audit)
        .contains("scripted");
    assertThat(auditor.auditWhatIsDue(Duration.ofHours(1))).isEmpty();

    execute("update audit_run set started_at = started_at - interval '61 minutes'");

    assertThat(auditor.auditWhatIsDue(Duration.ofHours(1)))
        .extracting(AuditReport::audit)
        .contains("scripted");
  }

  @Test
  void notesNothingOfARunThatLooksLessFarBackThanScheduledOnes() throws SQLException {
    auditor.audit(ScriptedAudit.NAME, config.window().minusSeconds(1));
    assertThat(notedRuns()).isZero();

    auditor.audit(ScriptedAudit.NAME, config.window());
    assertThat(notedRuns()).isEqualTo(1);
  }

  @Test
  void theLastRunIsToldAsGauges() {
    scripted.willFind("one,two", "one,two", "one,two");
    auditor.audit(ScriptedAudit.NAME, config.window());

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(scraped())
                    .anyMatch(line -> line.matches("nanospace_audit_findings\\{.*scripted.*} 2.0"))
                    .anyMatch(line -> line.matches("nanospace_audit_rows\\{.*scripted.*} 7.0"))
                    .anyMatch(
                        line ->
                            line.matches(
                                "nanospace_audit_age_seconds\\{audit=\"scripted\".*} [0-9.E-]+")));
  }

  @Test
  void adminsMayAskForAllAuditsNow() {
    scripted.willFind("one", "one", "one");

    given()
        .auth()
        .oauth2(TestTokens.admin(UUID.randomUUID()))
        .post("/internal/audit?window=PT5M")
        .then()
        .statusCode(200)
        .body("service", is("kit-test"))
        .body("audits.audit", hasItem("outbox"))
        .body("audits.find { it.audit == 'scripted' }.rows", is(7))
        .body("audits.find { it.audit == 'scripted' }.examples", hasSize(1));
  }

  @Test
  void nobodyElseMayAsk() {
    given().post("/internal/audit").then().statusCode(401);
    given()
        .auth()
        .oauth2(TestTokens.owner(UUID.randomUUID()))
        .post("/internal/audit")
        .then()
        .statusCode(403);
  }

  @Test
  void refusesAWindowThatIsNone() {
    for (String window : List.of("soon", "-PT1H", "PT0S", "P31D")) {
      given()
          .auth()
          .oauth2(TestTokens.admin(UUID.randomUUID()))
          .queryParam("window", window)
          .post("/internal/audit")
          .then()
          .statusCode(400)
          .body("code", is("request.invalid"));
    }
  }

  private AuditReport audit() {
    return auditor.audit(WINDOW).stream()
        .filter(report -> report.audit().equals(ScriptedAudit.NAME))
        .findFirst()
        .orElseThrow();
  }

  private long notedRuns() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery("select count(*) from audit_run where audit = 'scripted'")) {
      row.next();
      return row.getLong(1);
    }
  }

  private List<String> scraped() {
    return given().get(metrics).then().statusCode(200).extract().asString().lines().toList();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
