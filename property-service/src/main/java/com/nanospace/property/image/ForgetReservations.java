package com.nanospace.property.image;

import com.nanospace.kit.OldRows;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes reservations of uploads that a crash ended; they count for nothing any more. */
@ApplicationScoped
class ForgetReservations {

  private final OldRows oldRows;

  ForgetReservations(OldRows oldRows) {
    this.oldRows = oldRows;
  }

  @Scheduled(every = "1h", delayed = "5m")
  void sweep() {
    oldRows.delete("upload_reservation", "created_at <= ?1", UploadQuota.RESERVED_FOR);
  }
}
