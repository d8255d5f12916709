package com.nanospace.notification.delivery;

import com.nanospace.notification.channel.Carrier;
import com.nanospace.notification.channel.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what is due on one channel. It claims no more than it can send at once, so that nothing
 * waits claimed. Each channel has its own lane: one that is away delays no other.
 */
final class Lane {

  private static final Logger LOG = Logger.getLogger(Lane.class);

  private final Carrier carrier;
  private final Deliveries deliveries;
  private final SendDelivery send;
  private final DeliveryConfig config;
  private final Clock clock;
  private final Rest rest;
  private final Semaphore free;
  private final Semaphore wakeUps = new Semaphore(0);
  private final ExecutorService senders;
  private final Thread thread;
  private volatile boolean stopping;

  /**
   * Makes a lane that is not sending yet.
   *
   * @throws IllegalStateException when the lease could end in the middle of a send
   */
  Lane(
      Carrier carrier,
      Deliveries deliveries,
      SendDelivery send,
      DeliveryConfig config,
      Clock clock) {
    if (config.lease().compareTo(carrier.longestSend()) <= 0) {
      throw new IllegalStateException(
          "nanospace.delivery.lease is not above %s, the longest send by %s"
              .formatted(carrier.longestSend(), carrier.medium().wireName()));
    }
    this.carrier = carrier;
    this.deliveries = deliveries;
    this.send = send;
    this.config = config;
    this.clock = clock;
    this.rest = new Rest(new Backoff(config.firstRest(), config.maxRest()), clock);
    this.free = new Semaphore(config.parallel());
    String name = "send-" + carrier.medium().wireName();
    this.senders =
        Executors.newFixedThreadPool(
            config.parallel(), Thread.ofPlatform().name(name + "-", 1).factory());
    this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Something may be due. */
  void wake() {
    wakeUps.release();
  }

  /** Claims nothing more. */
  void stopStarting() {
    stopping = true;
    wake();
  }

  /**
   * Lets what is being sent come to its end.
   *
   * @param deadline of {@link System#nanoTime()}
   */
  void awaitEnd(long deadline) throws InterruptedException {
    thread.join(Duration.ofNanos(deadline - System.nanoTime()));
    senders.shutdown();
    if (!senders.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      LOG.warnf(
          "Some %s messages are still on their way; they are sent again after their lease",
          carrier.medium().wireName());
    }
  }

  private void run() {
    while (!stopping) {
      try {
        if (startDue() == 0) {
          awaitWork();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (Throwable e) {
        // Whatever it was, a lane that ended would send nothing until the next start.
        LOG.warnf(e, "Due %s messages could not be claimed", carrier.medium().wireName());
        rest();
      }
    }
  }

  private int startDue() {
    int room = rest.allows(free.availablePermits());
    if (room == 0) {
      return 0;
    }
    List<Claim> claims = deliveries.claim(carrier.medium(), room, clock.instant(), config.lease());
    rest.started(claims.size());
    claims.forEach(this::begin);
    return claims.size();
  }

  private void begin(Claim claim) {
    free.acquireUninterruptibly();
    try {
      senders.execute(() -> send(claim));
    } catch (Throwable e) {
      // No memory for one more thread, perhaps: the next try may find some.
      free.release();
      rest.ended();
      throw e;
    }
  }

  private void send(Claim claim) {
    try {
      send.send(claim, carrier).ifPresentOrElse(this::learn, rest::ended);
    } catch (Throwable e) {
      // Errors, too: a scout that never came back would keep the lane closed.
      rest.ended();
      LOG.errorf(e, "Delivery %s waits for the end of its lease", claim.deliveryId());
    } finally {
      free.release();
      wake();
    }
  }

  private void learn(Outcome outcome) {
    if (outcome instanceof Outcome.Away away && !rest.isResting()) {
      LOG.warnf("%s rests: %s", carrier.medium().wireName(), away.reason());
    }
    rest.learned(outcome);
  }

  private void awaitWork() throws InterruptedException {
    if (wakeUps.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
      wakeUps.drainPermits();
    }
  }

  private void rest() {
    try {
      Thread.sleep(config.pollInterval());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
