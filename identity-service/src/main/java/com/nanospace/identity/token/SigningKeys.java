package com.nanospace.identity.token;

import com.nanospace.kit.Ids;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The keys that access tokens are signed with, and verified by; the folder is read again and again.
 *
 * <p>A key that appears meanwhile is published at once and signs later, when all replicas and
 * whoever verifies have had the time to learn of it. What is there at the start counts as known to
 * all, for nothing here tells how long it was.
 */
@Startup
@ApplicationScoped
public class SigningKeys {

  private static final Logger LOG = Logger.getLogger(SigningKeys.class);
  private static final int NEW_KEY_BITS = 2048;

  private final TokenConfig config;
  private final Clock clock;
  private volatile KeyRing keys;

  /** By key id. */
  private Map<String, Instant> publishedSince = new HashMap<>();

  private String complaint = "";

  SigningKeys(TokenConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.keys =
        KeyRing.of(
            config.keyFolder().map(KeyFolder::read).orElseGet(SigningKeys::makeOne), key -> true);
    this.keys.kids().forEach(kid -> publishedSince.put(kid, Instant.MIN));
  }

  /** All keys whose signatures count, also the one that does not sign yet. */
  List<SigningKey> published() {
    return keys.published();
  }

  SigningKey current() {
    return keys.current();
  }

  /** What can't be read changes nothing, and is said once. */
  @Scheduled(
      every = "{nanospace.tokens.key-check-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  synchronized void check() {
    if (config.keyFolder().isEmpty()) {
      return;
    }
    try {
      take(config.keyFolder().get());
      complaint = "";
    } catch (IllegalStateException | UncheckedIOException e) {
      String said = String.valueOf(e.getMessage());
      if (!said.equals(complaint)) {
        LOG.warnf("The signing keys stay as they are: %s", said);
        complaint = said;
      }
    }
  }

  private void take(Path folder) {
    Instant now = clock.instant();
    List<SigningKey> found = KeyFolder.read(folder);
    Map<String, Instant> since = new HashMap<>();
    found.forEach(key -> since.put(key.kid(), publishedSince.getOrDefault(key.kid(), now)));
    Instant longAgo = now.minus(config.publishBeforeUse());
    KeyRing ring = KeyRing.of(found, key -> !since.getOrDefault(key.kid(), now).isAfter(longAgo));
    if (!ring.kids().equals(keys.kids()) || !ring.current().kid().equals(keys.current().kid())) {
      LOG.infof(
          "The signing keys are now %s, of which %s signs", ring.kids(), ring.current().kid());
    }
    publishedSince = since;
    keys = ring;
  }

  private static List<SigningKey> makeOne() {
    LOG.warn("No nanospace.tokens.key-folder: tokens are signed with a key that ends with me");
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(NEW_KEY_BITS);
      KeyPair pair = generator.generateKeyPair();
      return List.of(SigningKey.of(Ids.next().toString(), false, pair.getPrivate()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    }
  }
}
