package com.nanospace.kit.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often and how far audits look. */
@ConfigMapping(prefix = "nanospace.audit")
public interface AuditConfig {

  /** How often each audit runs, whatever the number of replicas; 0 for never. */
  @WithDefault("1h")
  Duration interval();

  /** How far back a scheduled audit looks. */
  @WithDefault("24h")
  Duration window();

  /** The pause before a difference is looked at again, and once more; what heals is no finding. */
  @WithDefault("5s")
  Duration secondLook();

  /**
   * How long an event may wait, in the outbox for Kafka or in a topic for this service, before it
   * counts as stuck.
   */
  @WithDefault("5m")
  Duration longestWait();

  /** How many records of a topic are read at most, the newest. */
  @WithDefault("200000")
  int maxRecords();

  /** How long the audits of one run may take together; what is not done by then is not known. */
  @WithDefault("90s")
  Duration timeLimit();
}
