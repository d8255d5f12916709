package com.nanospace.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.gateway.Configs;
import com.nanospace.gateway.routing.RequestClass;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways and one database. */
class SharedCountersTest {

  private static final int REQUESTS = 100;
  private static final Duration LONG = Duration.ofHours(1);
  private static final Quota QUOTA = new Quota(RequestClass.READ, Scope.USER, REQUESTS, LONG);

  private static EmbeddedPostgres postgres;

  private final Vertx vertx = Vertx.vertx();
  private final String client = UUID.randomUUID().toString();
  private SharedCounters first;
  private SharedCounters second;

  @BeforeAll
  static void startPostgres() throws IOException {
    postgres = EmbeddedPostgres.builder().setServerConfig("io_method", "sync").start();
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void startGateways() {
    first = gateway(url());
    second = gateway(url());
    for (SharedCounters gateway : List.of(first, second)) {
      await().until(() -> count(gateway, "warm-up").allowed() && gateway.areShared());
    }
  }

  @AfterEach
  void stopGateways() throws Exception {
    first.close();
    second.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void whatOneHasLetPassTheOtherCounts() {
    long passed = 0;
    for (int i = 0; i < REQUESTS; i++) {
      passed += passes(first) + passes(second);
    }

    assertThat(passed).isBetween((long) REQUESTS, REQUESTS + 2L * REQUESTS / 20);
    assertThat(count(first, client).allowed()).isFalse();
    assertThat(count(second, client).allowed()).isFalse();
  }

  @Test
  void askTheDatabaseForFewRequestsOnly() throws SQLException {
    long before = transactions();

    IntStream.range(0, REQUESTS + 200).forEach(i -> count(first, client));

    assertThat(transactions() - before).isGreaterThan(1).isLessThan(REQUESTS / 2);
  }

  @Test
  void forgetsClientsThatAreAsGoodAsNew() throws Exception {
    try (BucketStore store = new BucketStore(config(url()).database())) {
      Quota brief = new Quota(RequestClass.READ, Scope.USER, 5, Duration.ofMillis(10));
      store.bucket(brief, client).tryConsume(1);
      execute("update bucket set expires_at = 1 where id = 'read-user:%s'".formatted(client));

      store.removeExpired();

      assertThat(number("select count(*) from bucket where expires_at = 1")).isZero();
    }
  }

  @Test
  void countsForItselfWhileThereIsNoDatabase() {
    SharedCounters alone = gateway("jdbc:postgresql://localhost:1/gateway");

    long passed = IntStream.range(0, 2 * REQUESTS).mapToLong(i -> passes(alone)).sum();

    assertThat(passed).isEqualTo(REQUESTS);
    assertThat(alone.areShared()).isFalse();
    alone.close();
  }

  @Test
  void countsForItselfWhileTheDatabaseStandsStillAndTogetherAgainAfterwards() throws Exception {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table bucket in access exclusive mode");

      assertThat(count(first, client).allowed()).isTrue();
      assertThat(first.areShared()).isFalse();
      assertThat(count(first, client).remaining()).isEqualTo(REQUESTS - 2);
    }

    await().until(() -> count(first, "warm-up").allowed() && first.areShared());
  }

  private long passes(SharedCounters gateway) {
    return count(gateway, client).allowed() ? 1 : 0;
  }

  private Count count(SharedCounters gateway, String key) {
    return gateway
        .count(QUOTA, key)
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(10, TimeUnit.SECONDS)
        .join();
  }

  private SharedCounters gateway(String url) {
    OwnCounters own = new OwnCounters(List.of(QUOTA), 100, TimeMeter.SYSTEM_NANOTIME);
    return new SharedCounters(vertx, config(url), List.of(QUOTA), own);
  }

  private static LimitsConfig config(String url) {
    return Configs.of(
        LimitsConfig.class,
        Map.of(
            "nanospace.limits.database.url", url,
            "nanospace.limits.database.username", "postgres",
            "nanospace.limits.database.pause", "0.2S"));
  }

  private static String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  private static Connection connection() throws SQLException {
    return postgres.getPostgresDatabase().getConnection();
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(String question) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(question)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** A number that grows by one with each transaction that changes something. */
  private static long transactions() throws SQLException {
    return number("select pg_current_xact_id()::text::bigint");
  }
}
