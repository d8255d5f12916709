package com.nanospace.booking.reservation;

import com.nanospace.kit.Refusal;
import com.nanospace.kit.problem.ConstraintRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** What the database's last word means to a client. */
@ApplicationScoped
class BookingConstraints implements ConstraintRefusals {

  private static final Set<String> FULL =
      Set.of("ck_inventory_not_oversold", "ck_inventory_within_offer");

  @Override
  public Optional<Refusal> refusalFor(String constraintName) {
    return FULL.contains(constraintName)
        ? Optional.of(
            new Refusal(BookingError.NO_CAPACITY, "There is not enough space on every day"))
        : Optional.empty();
  }
}
