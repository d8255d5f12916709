package com.nanospace.property.image.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where images are kept. */
@ConfigMapping(prefix = "nanospace.storage")
public interface StorageConfig {

  /** {@code local} for one machine, {@code s3} for several replicas. */
  Kind kind();

  /** Used when the kind is {@code local}. */
  Local local();

  /** Used when the kind is {@code s3}. */
  S3 s3();

  /** The kinds there are. */
  enum Kind {
    LOCAL,
    S3
  }

  /** A folder of this machine. */
  interface Local {

    /** Is made when it is missing. */
    Optional<Path> folder();
  }

  /** A bucket; credentials come from the AWS default chain (environment, profile, role). */
  interface S3 {

    /** Required, as is the region. */
    Optional<String> bucket();

    /** In front of every key. */
    @WithDefault("images/")
    String prefix();

    /** Such as {@code ap-south-1}. */
    Optional<String> region();

    /** For S3-compatible servers; those are addressed by path, not by host name. */
    Optional<URI> endpoint();

    /** How long it may take to begin its answer, and for each further piece of an image. */
    @WithDefault("5S")
    Duration timeout();

    /** How long it may take to take in a whole image, which may have 26 MB. */
    @WithDefault("20S")
    Duration uploadTimeout();

    /** How many requests may wait for it at once; further ones are refused without asking it. */
    @WithDefault("16")
    int waiting();
  }
}
