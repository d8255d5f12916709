package com.nanospace.notification.delivery;

import com.nanospace.kit.OldRows;
import com.nanospace.notification.NotificationConfig;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Removes what people were told long ago; what is still to be sent stays, however old it is. */
@Startup
@ApplicationScoped
class ForgetMessages {

  /**
   * The inbox knows an event for 30 days, and audits ask for its messages as long as it does. Until
   * then the event may come again, too, and what it planned stands behind the inbox.
   */
  private static final Duration LEAST = Duration.ofDays(31);

  /**
   * An entry in the app names who asked, and their deletion of the account finds it by the
   * acknowledgement that they got: that stays for as long.
   */
  private static final String FINISHED =
      """
      created_at < ?1 and status <> 'pending'
        and not (notice = 'enquiry-acknowledged' and user_id is not null
          and exists (select from notification n where n.event_id = delivery.event_id))
      """;

  /** Ids are UUIDv7, which begin with the time: the primary key finds old entries by it. */
  private static final String LISTED =
      """
      created_at < ?1 and id < cast(
        lpad(to_hex(cast(extract(epoch from cast(?1 as timestamptz)) * 1000 as bigint)), 12, '0')
          || repeat('0', 20) as uuid)
      """;

  private final OldRows oldRows;
  private final Duration keepFinished;
  private final Duration keepListed;

  /**
   * @throws IllegalStateException that names the age that is too low
   */
  ForgetMessages(OldRows oldRows, DeliveryConfig deliveries, NotificationConfig notifications) {
    this.oldRows = oldRows;
    this.keepFinished = atLeast("nanospace.delivery.keep-finished", deliveries.keepFinished());
    this.keepListed = atLeast("nanospace.notification.keep-listed", notifications.keepListed());
  }

  @Scheduled(every = "1h", delayed = "5m")
  void sweep() {
    oldRows.delete("notification", LISTED, keepListed);
    oldRows.delete("delivery", FINISHED, keepFinished);
  }

  private static Duration atLeast(String key, Duration kept) {
    if (kept.compareTo(LEAST) < 0) {
      throw new IllegalStateException("%s is below %d days".formatted(key, LEAST.toDays()));
    }
    return kept;
  }
}
