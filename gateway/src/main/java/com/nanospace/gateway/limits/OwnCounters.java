package com.nanospace.gateway.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.vertx.core.Future;
import java.util.List;

/** What this replica counts for itself. */
final class OwnCounters implements Counters {

  private static final class OwnClient extends Client {

    private final Bucket bucket;

    OwnClient(Bucket bucket) {
      this.bucket = bucket;
    }
  }

  private final Remembered<OwnClient> clients;
  private final TimeMeter clock;

  OwnCounters(List<Quota> quotas, int remembered, TimeMeter clock) {
    this.clients = new Remembered<>(quotas, remembered);
    this.clock = clock;
  }

  @Override
  public Future<Count> count(Quota quota, String key) {
    OwnClient client = clients.get(quota, key, () -> new OwnClient(full(quota)));
    Count count = Count.of(client.bucket.tryConsumeAndReturnRemaining(1));
    clients.note(quota, key, client, count);
    return Future.succeededFuture(count);
  }

  long clients() {
    return clients.size();
  }

  private Bucket full(Quota quota) {
    LocalBucketBuilder bucket = Bucket.builder().withCustomTimePrecision(clock);
    for (var limit : quota.bucket().getBandwidths()) {
      bucket.addLimit(limit);
    }
    return bucket.build();
  }
}
