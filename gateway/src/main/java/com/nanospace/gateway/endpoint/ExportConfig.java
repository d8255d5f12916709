package com.nanospace.gateway.endpoint;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the export of all that is held about somebody is gathered. */
@ConfigMapping(prefix = "nanospace.export")
interface ExportConfig {

  /** How long the services may take for their parts of an export. */
  @WithDefault("10S")
  Duration timeout();

  /** The largest part of an export that is taken from a service; a larger one is refused. */
  @WithDefault("4M")
  MemorySize maxPart();
}
