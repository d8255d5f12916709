package com.nanospace.property.image;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How much one person may upload; of images as they are stored, without smaller renderings. */
@ConfigMapping(prefix = "nanospace.uploads")
public interface UploadConfig {

  /** How many images one person may upload in any 24 hours. */
  @Min(1)
  @WithDefault("500")
  int imagesPerDay();

  /** How many bytes of images one person may upload in any 24 hours. */
  @WithDefault("1G")
  MemorySize bytesPerDay();

  /** How many images one person may have stored. */
  @Min(1)
  @WithDefault("5000")
  int images();

  /** How many bytes of images one person may have stored. */
  @WithDefault("10G")
  MemorySize bytes();
}
