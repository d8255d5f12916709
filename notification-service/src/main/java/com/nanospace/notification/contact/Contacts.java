package com.nanospace.notification.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** All accounts that this service has heard of. */
@ApplicationScoped
public class Contacts implements PanacheRepositoryBase<Contact, UUID> {

  /** Takes over what identity-service says, whatever the order it arrives in. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(ContactState state) {
    findByIdOptional(state.userId())
        .ifPresentOrElse(known -> known.update(state), () -> persist(new Contact(state)));
  }
}
