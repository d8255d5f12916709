package com.nanospace.identity.audit;

import com.nanospace.kit.audit.Audit;
import com.nanospace.kit.audit.Evidence;
import com.nanospace.kit.audit.Source;
import com.nanospace.kit.audit.ToldStates;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;

/**
 * Others were told of each account as it is now. An account does not say when it changed, so those
 * are looked at that are new, or of which an event tells.
 */
@ApplicationScoped
class UsersAudit implements Audit {

  private static final Source USERS =
      new Source(
          new ToldStates(
              "identity.user.v1",
              "^com\\.nanospace\\.user\\.",
              Set.of(
                  "version",
                  "email",
                  "phone",
                  "full_name",
                  "role",
                  "status",
                  "email_verified",
                  "phone_verified")),
          """
          select id::text as key, created_at as changed_at,
            jsonb_build_object('version', version, 'email', email, 'phone', phone,
              'full_name', full_name, 'role', lower(role), 'status', lower(status),
              'email_verified', email_verified, 'phone_verified', phone_verified) as state
          from account
          union all
          select id::text, erased_at,
            jsonb_build_object('version', version, 'role', lower(role), 'status', 'erased')
          from erased_account
          """);

  @Override
  public String name() {
    return "users";
  }

  @Override
  public void look(Evidence evidence) throws SQLException {
    USERS.compare(evidence);
  }
}
