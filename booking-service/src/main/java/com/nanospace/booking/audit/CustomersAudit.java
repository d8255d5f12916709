package com.nanospace.booking.audit;

import com.nanospace.kit.audit.Audit;
import com.nanospace.kit.audit.Evidence;
import com.nanospace.kit.audit.Replica;
import com.nanospace.kit.audit.ToldStates;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;

/** The replica of customers has what identity-service has told. */
@ApplicationScoped
class CustomersAudit implements Audit {

  private static final Replica CUSTOMERS =
      new Replica(
          new ToldStates(
              "identity.user.v1",
              "^com\\.nanospace\\.user\\.",
              Set.of("version", "full_name", "email", "phone")),
          """
          select id::text as key, to_jsonb(c) - 'id' as state
          from (select id, version, full_name, email, phone from customer) c
          """);

  @Override
  public String name() {
    return "customers";
  }

  @Override
  public void look(Evidence evidence) throws SQLException {
    CUSTOMERS.compare(evidence);
  }
}
