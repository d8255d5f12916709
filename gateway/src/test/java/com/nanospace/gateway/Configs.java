package com.nanospace.gateway;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration as the gateway would read it. */
public final class Configs {

  private Configs() {}

  /** The mapping with its defaults, but for the keys that are given. */
  public static <T> T of(Class<T> mapping, Map<String, String> keys) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(mapping)
        .withSources(new PropertiesConfigSource(keys, "test", 100))
        .build()
        .getConfigMapping(mapping);
  }
}
