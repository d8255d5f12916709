package com.nanospace.booking.reservation;

import com.nanospace.kit.Refusal;
import com.nanospace.kit.problem.ConstraintRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What the database's last word means to a client. */
@ApplicationScoped
class BookingConstraints implements ConstraintRefusals {

  @Override
  public Optional<Refusal> refusalFor(String constraintName) {
    return constraintName.equals("ck_inventory_not_oversold")
        ? Optional.of(
            new Refusal(BookingError.NO_CAPACITY, "There is not enough space on every day"))
        : Optional.empty();
  }
}
