package com.nanospace.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that ended lately. Each is remembered until the last access token of it has expired;
 * refresh tokens are identity's affair.
 */
@Singleton
public class EndedSessions {

  private static final Logger LOG = Logger.getLogger(EndedSessions.class);

  /** About 10 MB. Each took a login, which costs identity more than this costs here. */
  private static final int MAX_SESSIONS = 100_000;

  private final Cache<UUID, Boolean> ended;

  public EndedSessions(TokenRules rules, TokenCheckConfig config) {
    Duration skew = Duration.ofSeconds(rules.clockSkew());
    this.ended =
        Caffeine.newBuilder()
            .expireAfterWrite(config.longestLifetime().plus(skew.multipliedBy(2)))
            .maximumSize(MAX_SESSIONS)
            .executor(Runnable::run)
            .evictionListener(EndedSessions::tell)
            .build();
  }

  public boolean contains(UUID sessionId) {
    return ended.getIfPresent(sessionId) != null;
  }

  public void add(UUID sessionId) {
    ended.put(sessionId, true);
  }

  long size() {
    return ended.estimatedSize();
  }

  private static void tell(@Nullable UUID sessionId, @Nullable Boolean value, RemovalCause cause) {
    if (cause == RemovalCause.SIZE) {
      LOG.errorf("too many sessions ended at once: session %s is forgotten", sessionId);
    }
  }
}
