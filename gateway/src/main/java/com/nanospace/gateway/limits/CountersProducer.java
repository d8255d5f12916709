package com.nanospace.gateway.limits;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Chooses who counts: this replica for itself, which needs no database, or all together. */
class CountersProducer {

  @Produces
  @Singleton
  Counters counters(LimitsConfig config, Vertx vertx, MeterRegistry registry) {
    List<Quota> quotas = Quotas.of(config);
    OwnCounters own = new OwnCounters(quotas, config.remembered(), TimeMeter.SYSTEM_NANOTIME);
    if (!config.shared()) {
      return own;
    }
    SharedCounters shared = new SharedCounters(vertx, config, quotas, own);
    shared.prepare();
    Gauge.builder("nanospace.gateway.limits.shared", shared, all -> all.areShared() ? 1 : 0)
        .description("1 while replicas count together, 0 while this one counts for itself")
        .register(registry);
    return shared;
  }

  void close(@Disposes Counters counters) {
    if (counters instanceof SharedCounters shared) {
      shared.close();
    }
  }
}
