package com.nanospace.notification.audit;

import com.nanospace.kit.audit.Audit;
import com.nanospace.kit.audit.Evidence;
import com.nanospace.kit.audit.Replica;
import com.nanospace.kit.audit.ToldStates;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;

/** The contacts are what identity-service has told. */
@ApplicationScoped
class ContactsAudit implements Audit {

  private static final Replica CONTACTS =
      new Replica(
          new ToldStates(
              "identity.user.v1",
              "^com\\.nanospace\\.user\\.",
              Set.of("version", "email", "phone", "full_name", "role", "status", "phone_verified")),
          """
          select user_id::text as key, to_jsonb(c) - 'user_id' as state
          from (
            select user_id, version, email, phone, full_name, role, status,
              case when status <> 'erased' then phone_verified end as phone_verified
            from contact) c
          """);

  @Override
  public String name() {
    return "contacts";
  }

  @Override
  public void look(Evidence evidence) throws SQLException {
    CONTACTS.compare(evidence);
  }
}
