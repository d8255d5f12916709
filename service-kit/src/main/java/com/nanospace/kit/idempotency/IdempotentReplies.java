package com.nanospace.kit.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.json.CleanText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Replays the reply of a POST that is repeated under the same Idempotency-Key.
 *
 * <p>The reply is stored in the transaction of the effect, so a crash leaves both or neither. An
 * advisory lock of that transaction marks a key in use; it vanishes with the process that held it.
 * A refusal is not stored: it had no effect, and a repeat may find a better state.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 *     Idempotency-Key HTTP Header Field</a>
 */
@ApplicationScoped
public class IdempotentReplies {

  private static final int MAX_KEY_LENGTH = 255;
  private static final Duration KEPT = Duration.ofHours(24);

  private final EntityManager entities;
  private final ObjectMapper json;
  private final ObjectWriter requests;
  private final Clock clock;

  IdempotentReplies(EntityManager entities, ObjectMapper json, Clock clock) {
    this.entities = entities;
    this.json = json;
    // A member that a release adds must not make another body of one that was sent without it.
    this.requests = json.copy().setDefaultPropertyInclusion(Include.NON_NULL).writer();
    this.clock = clock;
  }

  /**
   * Runs {@code effect} in a transaction, or replays the reply of its first run.
   *
   * @param key the header's value; {@code null} when the client sent none
   * @param caller whose key it is: keys of different callers never meet
   * @param operation what is repeated, e.g. {@code place-booking}
   * @param request the parsed body, by whose JSON a repeat is recognised
   * @throws Refusal {@code request.invalid}, {@code idempotency.mismatch} for another body under
   *     the same key, {@code idempotency.in_progress} while the first request still runs
   */
  @Transactional
  public Reply replayOrRun(
      @Nullable String key,
      String caller,
      String operation,
      Object request,
      Supplier<Reply> effect) {
    if (key == null || key.isBlank()) {
      return effect.get();
    }
    requireWellFormed(key);
    requireUnused(caller, operation, key);
    byte[] hash = sha256(write(requests, request));
    @Nullable Reply earlier = earlierReply(caller, operation, key, hash);
    if (earlier != null) {
      return earlier;
    }
    Reply reply = effect.get();
    store(caller, operation, key, hash, reply);
    return reply;
  }

  /** Forgets all replies to that caller, and with them what they say about the caller. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(String caller) {
    entities
        .createNativeQuery("delete from idempotent_reply where caller = ?1")
        .setParameter(1, caller)
        .executeUpdate();
  }

  private static void requireWellFormed(String key) {
    if (key.length() > MAX_KEY_LENGTH || !CleanText.isClean(key)) {
      throw Refusal.invalid(
          "Idempotency-Key", "must have at most %d characters".formatted(MAX_KEY_LENGTH));
    }
  }

  private void requireUnused(String caller, String operation, String key) {
    boolean unused =
        (boolean)
            entities
                .createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, String.join("\n", "idempotency", caller, operation, key))
                .getSingleResult();
    if (!unused) {
      throw new Refusal(
              CommonError.IDEMPOTENCY_IN_PROGRESS,
              "The first request with this Idempotency-Key is still running")
          .retryAfter(Duration.ofSeconds(1));
    }
  }

  private @Nullable Reply earlierReply(
      String caller, String operation, String key, byte[] requestHash) {
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select request_hash, status, cast(body as text) from idempotent_reply
                where caller = ?1 and operation = ?2 and key = ?3 and created_at > ?4
                """)
            .setParameter(1, caller)
            .setParameter(2, operation)
            .setParameter(3, key)
            .setParameter(4, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
            .getResultList();
    if (rows.isEmpty()) {
      return null;
    }
    Object[] row = (Object[]) rows.getFirst();
    if (!Arrays.equals((byte[]) row[0], requestHash)) {
      throw new Refusal(
          CommonError.IDEMPOTENCY_MISMATCH,
          "This Idempotency-Key was used with another body before");
    }
    return new Reply((int) row[1], read((String) row[2]));
  }

  private void store(String caller, String operation, String key, byte[] hash, Reply reply) {
    entities
        .createNativeQuery(
            """
            insert into idempotent_reply
              (caller, operation, key, request_hash, status, body, created_at)
            values (?1, ?2, ?3, ?4, ?5, cast(?6 as jsonb), ?7)
            on conflict on constraint pk_idempotent_reply do update
              set request_hash = excluded.request_hash, status = excluded.status,
                  body = excluded.body, created_at = excluded.created_at
            """)
        .setParameter(1, caller)
        .setParameter(2, operation)
        .setParameter(3, key)
        .setParameter(4, hash)
        .setParameter(5, reply.status())
        .setParameter(6, write(json.writer(), reply.body()))
        .setParameter(7, clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Requests and replies must be writable as JSON", e);
    }
  }

  private JsonNode read(String stored) {
    try {
      // An amount of 500.00 is replayed as such, not as 500.
      return json.reader()
          .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .readTree(stored);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored reply must be readable", e);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
