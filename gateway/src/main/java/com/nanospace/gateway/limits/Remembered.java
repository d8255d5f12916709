package com.nanospace.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The clients of each limit, so many of them at most. A client that has used up its limit weighs
 * nothing and is never thrown out by others: a flood of addresses throws out its own, and lifts no
 * block. Such clients are bounded by what they cost, a whole limit in the last window. After a
 * window without requests a client is as good as new, and forgotten.
 */
final class Remembered<T extends Client> {

  private final Map<Quota, Cache<String, T>> clients = new HashMap<>();

  Remembered(List<Quota> quotas, int most) {
    for (Quota quota : quotas) {
      clients.put(
          quota,
          Caffeine.newBuilder()
              .maximumWeight(most)
              .weigher((String key, T client) -> client.isExhausted() ? 0 : 1)
              .expireAfterAccess(quota.window())
              .executor(Runnable::run)
              .build());
    }
  }

  T get(Quota quota, String key, Supplier<T> newcomer) {
    return of(quota).get(key, absent -> newcomer.get());
  }

  /** Notes how a client's request was counted. */
  void note(Quota quota, String key, T client, Count count) {
    boolean exhausted = count.remaining() == 0;
    if (client.isExhausted() != exhausted) {
      client.exhausted(exhausted);
      of(quota).put(key, client);
    }
  }

  long size() {
    clients.values().forEach(Cache::cleanUp);
    return clients.values().stream().mapToLong(Cache::estimatedSize).sum();
  }

  private Cache<String, T> of(Quota quota) {
    Cache<String, T> ofQuota = clients.get(quota);
    if (ofQuota == null) {
      throw new IllegalArgumentException("there is no such limit: " + quota);
    }
    return ofQuota;
  }
}
