package com.nanospace.identity.token;

import com.nanospace.kit.Ids;
import com.nanospace.kit.production.RsaKeyLength;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

  private final TokenConfig config;
  private final RsaKeyLength length;
  private final Clock clock;
  private volatile KeyRing keys;

  /** By key id. */
  private Map<String, Instant> publishedSince = new HashMap<>();

  private String complaint = "";

  @Inject
  SigningKeys(TokenConfig config, Clock clock) {
    this(config, RsaKeyLength.required(), clock);
  }

  SigningKeys(TokenConfig config, RsaKeyLength length, Clock clock) {
    this.config = config;
    this.length = length;
    this.clock = clock;
    this.keys =
        KeyRing.of(
            config
                .keyFolder()
                .map(folder -> KeyFolder.read(folder, length))
                .orElseGet(() -> List.of(makeOne(length))),
            key -> true);
    this.keys.ids().published().forEach(kid -> publishedSince.put(kid, Instant.MIN));
  }

  /** All keys whose signatures count, also the one that does not sign yet. */
  List<SigningKey> published() {
    return keys.published();
  }

  SigningKey current() {
    return keys.current();
  }

  KeyIds ids() {
    return keys.ids();
  }

  /** What can't be read changes nothing, and is said once. */
  synchronized void check() {
    try {
      config.keyFolder().ifPresent(this::take);
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
    List<SigningKey> found = KeyFolder.read(folder, length);
    Map<String, Instant> since = new HashMap<>();
    found.forEach(key -> since.put(key.kid(), publishedSince.getOrDefault(key.kid(), now)));
    Instant longAgo = now.minus(config.publishBeforeUse());
    KeyRing ring = KeyRing.of(found, key -> !since.getOrDefault(key.kid(), now).isAfter(longAgo));
    KeyIds ids = ring.ids();
    if (!ids.equals(keys.ids())) {
      LOG.infof("The signing keys are now %s, of which %s signs", ids.published(), ids.signing());
    }
    publishedSince = since;
    keys = ring;
  }

  private static SigningKey makeOne(RsaKeyLength length) {
    LOG.warn("No nanospace.tokens.key-folder: tokens are signed with a key that ends with me");
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(length.bits());
      KeyPair pair = generator.generateKeyPair();
      return SigningKey.of(Ids.next().toString(), false, pair.getPrivate(), length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    }
  }
}
