package com.nanospace.booking.reservation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Changes bookings, each in a transaction of its own, so that one which fails stops no other. */
final class OneByOne {

  private static final Logger LOG = Logger.getLogger(OneByOne.class);

  private OneByOne() {}

  /**
   * Changes all that can be.
   *
   * @param what is done to a booking, for the log
   * @return whether none failed
   */
  static boolean change(List<UUID> bookings, String what, Consumer<UUID> change) {
    boolean all = true;
    for (UUID id : bookings) {
      try {
        QuarkusTransaction.requiringNew().run(() -> change.accept(id));
      } catch (RuntimeException e) {
        LOG.errorf(e, "Booking %s could not be %s and is tried again later", id, what);
        all = false;
      }
    }
    return all;
  }
}
