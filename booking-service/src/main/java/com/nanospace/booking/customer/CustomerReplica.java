package com.nanospace.booking.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** What is known of accounts; of two states the one with the higher version wins. */
@ApplicationScoped
public class CustomerReplica {

  private final EntityManager entities;

  CustomerReplica(EntityManager entities) {
    this.entities = entities;
  }

  @Transactional
  public void apply(UserState state) {
    entities
        .unwrap(Session.class)
        .createNativeMutationQuery(
            """
            insert into customer as known (id, version, full_name, email, phone)
            values (:id, :version, :name, :email, :phone)
            on conflict (id) do update set
              version = excluded.version, full_name = excluded.full_name,
              email = excluded.email, phone = excluded.phone
            where known.version < excluded.version
            """)
        .setParameter("id", state.userId())
        .setParameter("version", state.version())
        .setParameter("name", state.fullName(), String.class)
        .setParameter("email", state.email(), String.class)
        .setParameter("phone", state.phone(), String.class)
        .executeUpdate();
  }

  @Transactional
  public Optional<Contact> contactOf(UUID customerId) {
    List<?> rows =
        entities
            .createNativeQuery("select full_name, email, phone from customer where id = ?1")
            .setParameter(1, customerId)
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(row -> new Contact((String) row[0], (String) row[1], (String) row[2]))
        .findFirst();
  }
}
