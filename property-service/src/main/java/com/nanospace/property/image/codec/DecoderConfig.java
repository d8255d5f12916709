package com.nanospace.property.image.codec;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the process may take that decodes a large webp. */
@ConfigMapping(prefix = "nanospace.images")
public interface DecoderConfig {

  /** The largest heap; a file that needs more is refused. 0 refuses whatever needs a process. */
  @WithDefault("640M")
  MemorySize decoderMaxHeap();

  /** A file that takes longer is refused. */
  @WithDefault("40S")
  Duration decoderTimeout();
}
