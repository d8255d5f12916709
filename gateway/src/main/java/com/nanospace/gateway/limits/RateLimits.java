package com.nanospace.gateway.limits;

import com.nanospace.gateway.edge.ClientAddresses;
import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.GatewayError;
import com.nanospace.gateway.edge.Refusal;
import com.nanospace.gateway.routing.RequestClass;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests pass as long as their client has not made too many, and tells it how many are left,
 * in the fields of draft-ietf-httpapi-ratelimit-headers-10. Each class of requests has its own
 * limits, by address and by account.
 */
@Singleton
public class RateLimits {

  private static final String POLICY = "RateLimit-Policy";
  private static final String LIMIT = "RateLimit";

  private record Limit(Quota quota, Counter refusals) {}

  private final Counters counters;
  private final Map<Scope, Map<RequestClass, Limit>> limits = new EnumMap<>(Scope.class);

  RateLimits(Counters counters, LimitsConfig config, MeterRegistry registry) {
    this.counters = counters;
    for (Quota quota : Quotas.of(config)) {
      limits
          .computeIfAbsent(quota.scope(), scope -> new EnumMap<>(RequestClass.class))
          .put(quota.requestClass(), new Limit(quota, refusals(quota, registry)));
    }
  }

  private static Counter refusals(Quota quota, MeterRegistry registry) {
    return Counter.builder("nanospace.gateway.limited")
        .description("Requests refused because their client made too many")
        .tag("class", quota.requestClass().label())
        .tag("scope", quota.scope().label())
        .register(registry);
  }

  /** Fails with a {@link Refusal} when too many requests have come from the client's address. */
  public Future<Void> admitAddress(Exchange exchange, RequestClass requestClass) {
    return admit(exchange, requestClass, Scope.ADDRESS, ClientAddresses.network(exchange.client()));
  }

  /** Fails with a {@link Refusal} when the account has made too many requests. */
  public Future<Void> admitUser(Exchange exchange, RequestClass requestClass, String userId) {
    return admit(exchange, requestClass, Scope.USER, userId);
  }

  private Future<Void> admit(
      Exchange exchange, RequestClass requestClass, Scope scope, String key) {
    Limit limit = limit(scope, requestClass);
    return counters
        .count(limit.quota(), key)
        .compose(
            count -> {
              tell(exchange.response().headers(), limit.quota(), count);
              return count.allowed()
                  ? Future.succeededFuture()
                  : Future.failedFuture(refusal(limit, count));
            });
  }

  private Limit limit(Scope scope, RequestClass requestClass) {
    Limit limit = limits.getOrDefault(scope, Map.of()).get(requestClass);
    if (limit == null) {
      throw new IllegalStateException("no limit for %s of %s".formatted(scope, requestClass));
    }
    return limit;
  }

  private static void tell(MultiMap reply, Quota quota, Count count) {
    append(
        reply,
        POLICY,
        "\"%s\";q=%d;w=%d".formatted(quota.policy(), quota.requests(), quota.window().toSeconds()));
    append(
        reply,
        LIMIT,
        "\"%s\";r=%d;t=%d".formatted(quota.policy(), count.remaining(), count.secondsToMore()));
  }

  /** Both fields are lists: the limits that a request has passed are told together. */
  private static void append(MultiMap reply, String name, String item) {
    @Nullable String present = reply.get(name);
    reply.set(name, present == null ? item : present + ", " + item);
  }

  private static Refusal refusal(Limit limit, Count count) {
    limit.refusals().increment();
    return new Refusal(GatewayError.RATE_LIMITED, "Too many requests; please slow down.")
        .with(HttpHeaders.RETRY_AFTER, String.valueOf(count.retryAfter()));
  }
}
