package com.nanospace.booking.customer;

import com.nanospace.kit.privacy.ErasedPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Somebody has deleted their account. The replica keeps its row, with a version above all others
 * and nothing else, so that no state that comes late fills it again.
 */
@ApplicationScoped
public class EraseCustomer {

  private final ErasedPeople erased;
  private final CustomerReplica replica;
  private final Event<CustomerErased> events;

  EraseCustomer(ErasedPeople erased, CustomerReplica replica, Event<CustomerErased> events) {
    this.erased = erased;
    this.replica = replica;
    this.events = events;
  }

  /** Forgets the account, and lets all who hold something of the person do so too. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void erase(UUID customerId, long version) {
    erased.add(customerId);
    replica.apply(new UserState(customerId, version, null, null, null));
    events.fire(new CustomerErased(customerId));
  }
}
