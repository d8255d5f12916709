package com.nanospace.kit.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.audit.TopicScan.Extent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an audit looks at in one look: the tables, and beside them the records of topics, which
 * {@link #read} puts into the temporary table {@code audit_record}:
 *
 * <pre>{@code
 * topic text, partition int, position bigint,  -- where the record is
 * written_at timestamptz,                       -- its timestamp
 * occurred_at timestamptz,                      -- when its event happened, which may be long before
 * id text, type text, source text, key text,   -- null when it has none
 * state jsonb,                                  -- the members asked for; null when it is no object
 * parked_partition int, parked_position bigint  -- of a dead letter: where it was first
 * }</pre>
 *
 * <p>So everything is compared by the database, and memory does not depend on how much there is.
 */
public final class Evidence implements AutoCloseable {

  private static final int KEPT = 1_000;
  private static final int QUERY_SECONDS = 25;

  private final Connection connection;
  private final TopicScan scan;
  private final ObjectMapper json;
  private final Instant since;
  private final Instant begun;
  private final Instant overdue;
  private final long deadline;

  private final List<Counterexample> counterexamples = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private long rows;
  private long further;

  /**
   * Begins a look.
   *
   * @param longestWait how long something may be under way
   * @param deadline of {@link System#nanoTime()}
   */
  Evidence(
      Connection connection,
      TopicScan scan,
      ObjectMapper json,
      Instant since,
      Duration longestWait,
      long deadline)
      throws SQLException {
    this.connection = connection;
    this.scan = scan;
    this.json = json;
    this.since = since;
    this.deadline = deadline;
    execute(RecordTable.CREATE);
    try (Statement now = connection.createStatement();
        ResultSet row = now.executeQuery("select clock_timestamp()")) {
      row.next();
      this.begun = row.getObject(1, OffsetDateTime.class).toInstant();
    }
    this.overdue = begun.minus(longestWait);
  }

  /** How far back is looked. */
  public Instant since() {
    return since;
  }

  /** When this look began, by the database's clock; what changed later may be told later. */
  public Instant begun() {
    return begun;
  }

  /** What has waited since before then is stuck, not under way. */
  Instant overdue() {
    return overdue;
  }

  /** All topics that there are for this service to see. */
  Set<String> topics() {
    return scan.topics();
  }

  /** Each partition where records are stuck before this service is a counterexample. */
  void backlogs(String topic) {
    scan.backlogs(topic, overdue, deadline).stream()
        .map(Backlog::counterexample)
        .forEach(counterexamples::add);
  }

  /**
   * Reads a topic to its end.
   *
   * @param members of the payload that {@code state} is to have
   */
  public Coverage read(String topic, Set<String> members) throws SQLException {
    return read(topic, Extent.TO_ITS_END, members);
  }

  /** Reads a topic as far as this service's consumers say that they are done with it. */
  Coverage readAcknowledged(String topic) throws SQLException {
    return read(topic, Extent.ACKNOWLEDGED, Set.of());
  }

  private Coverage read(String topic, Extent extent, Set<String> members) throws SQLException {
    RecordTable table = new RecordTable(connection, json, members);
    Coverage coverage = scan.read(topic, extent, since, deadline, table::add);
    execute("analyze audit_record");
    rows += coverage.records();
    if (coverage.partial()) {
      remarks.add("%s only since %s".formatted(topic, coverage.since()));
    }
    return coverage;
  }

  /** Adds the number that the query tells to the rows that were looked at. */
  public void looked(String countQuery, Object... parameters) throws SQLException {
    rows += count(countQuery, parameters);
  }

  /** The number that the query tells. */
  public long count(String countQuery, Object... parameters) throws SQLException {
    try (PreparedStatement select = prepare(countQuery, parameters);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The texts that the query's only column has. */
  public List<String> texts(String query, Object... parameters) throws SQLException {
    try (PreparedStatement select = prepare(query, parameters);
        ResultSet row = select.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    }
  }

  /**
   * Each row of the query is a counterexample.
   *
   * @param query with the columns {@code identity}, which is the same at the next look unless the
   *     thing has moved on, such as an id with its version, and {@code sentence}
   */
  public void counterexamples(String query, Object... parameters) throws SQLException {
    String bounded =
        """
        select identity, sentence, count(*) over () from (%s) found order by identity limit %d
        """
            .formatted(query, KEPT);
    try (PreparedStatement select = prepare(bounded, parameters);
        ResultSet row = select.executeQuery()) {
      long total = 0;
      long kept = 0;
      while (row.next()) {
        counterexamples.add(new Counterexample(row.getString(1), row.getString(2)));
        total = row.getLong(3);
        kept++;
      }
      further += total - kept;
    }
  }

  /** Adds what a reader should know, but is no fault. */
  public void remark(String sentence) {
    remarks.add(sentence);
  }

  Findings findings() {
    return new Findings(rows, List.copyOf(counterexamples), further, List.copyOf(remarks));
  }

  private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(QUERY_SECONDS);
    for (int index = 0; index < parameters.length; index++) {
      Object parameter = parameters[index];
      statement.setObject(
          index + 1,
          parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter);
    }
    return statement;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    execute(RecordTable.DROP);
  }
}
