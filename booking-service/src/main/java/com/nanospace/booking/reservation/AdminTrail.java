package com.nanospace.booking.reservation;

import com.nanospace.kit.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves a line of the audit trail when an admin decides about a booking of others. */
@ApplicationScoped
class AdminTrail {

  private final Trail trail;

  AdminTrail(Trail trail) {
    this.trail = trail;
  }

  /**
   * To be called in the transaction of the change; what customers and owners do is no affair of it.
   */
  void record(
      Party by, String action, Booking booking, BookingStatus before, @Nullable String reason) {
    if (by == Party.ADMIN) {
      Map<String, String> after = new HashMap<>(Map.of("status", booking.status().word()));
      if (reason != null) {
        after.put("reason", reason);
      }
      trail.record(action, "booking", booking.id(), Map.of("status", before.word()), after);
    }
  }
}
