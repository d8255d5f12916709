package com.nanospace.booking.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * What a change of a booking means for the rest, in its transaction: places come back, and the
 * event leaves. As a booking ends once, under the lock of its row, its places come back once.
 */
@ApplicationScoped
class Transitions {

  private final Inventory inventory;
  private final EntityManager entities;
  private final Event<BookingEvent> events;

  Transitions(Inventory inventory, EntityManager entities, Event<BookingEvent> events) {
    this.inventory = inventory;
    this.entities = entities;
    this.events = events;
  }

  /** To be called once for every event that a booking returns. */
  @Transactional(Transactional.TxType.MANDATORY)
  Booking complete(BookingEvent event) {
    Booking booking = event.booking();
    if (!booking.isActive()) {
      inventory.giveBack(booking.places());
    }
    // Now, because it makes the version that the event tells.
    entities.flush();
    inventory.requireExact();
    events.fire(event);
    return booking;
  }
}
