package com.nanospace.property.image.codec;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/** Generous limits, or others. */
record DecoderLimits(MemorySize decoderMaxHeap, Duration decoderTimeout) implements DecoderConfig {

  DecoderLimits() {
    this(new MemorySize(BigInteger.valueOf(Long.MAX_VALUE)), Duration.ofMinutes(2));
  }

  DecoderLimits withMaxHeap(long bytes) {
    return new DecoderLimits(new MemorySize(BigInteger.valueOf(bytes)), decoderTimeout);
  }

  DecoderLimits withTimeout(Duration timeout) {
    return new DecoderLimits(decoderMaxHeap, timeout);
  }
}
