package com.nanospace.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How many requests a client may make; ADR 20 tells how they are counted. */
@ConfigMapping(prefix = "nanospace.limits")
public interface LimitsConfig {

  /** The time that the numbers of requests are for. What is used up comes back evenly in it. */
  @WithDefault("1M")
  Duration window();

  /** Requests of one client address, whoever sends them; of IPv6 addresses, of one /64. */
  PerAddress perAddress();

  /** Requests of one account, from wherever. */
  PerUser perUser();

  /** Clients that are remembered for each limit. */
  @WithDefault("5000")
  int remembered();

  /** Whether replicas count together, in PostgreSQL, instead of each for itself. */
  @WithDefault("false")
  boolean shared();

  /** Where replicas count together. */
  Database database();

  /** Requests of one client address. */
  interface PerAddress {

    /** Reads. */
    @WithDefault("1200")
    int read();

    /** Changes. */
    @WithDefault("300")
    int write();

    /** Tries of passwords and codes, and codes to send. */
    @WithDefault("60")
    int signIn();

    /** Images sent. */
    @WithDefault("60")
    int upload();
  }

  /** Requests of one account. */
  interface PerUser {

    /** Reads. */
    @WithDefault("3000")
    int read();

    /** Changes. */
    @WithDefault("1200")
    int write();

    /** Tries of passwords and codes, and codes to send. */
    @WithDefault("60")
    int signIn();

    /** Images sent. */
    @WithDefault("60")
    int upload();
  }

  /** The database of the counts, which nothing else is in. */
  interface Database {

    /** Its JDBC address; required when counts are shared. */
    Optional<String> url();

    /** The role that owns it. */
    @WithDefault("gateway")
    String username();

    /** The role's password. */
    Optional<String> password();

    /** Connections of each replica. */
    @WithDefault("4")
    int connections();

    /** How long a request may wait for a count before this replica counts it for itself. */
    @WithDefault("0.5S")
    Duration patience();

    /** How long a replica counts for itself before it tries the database again. */
    @WithDefault("5S")
    Duration pause();
  }
}
