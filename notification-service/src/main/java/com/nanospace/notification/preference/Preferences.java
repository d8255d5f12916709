package com.nanospace.notification.preference;

import com.nanospace.notification.message.Kind;
import com.nanospace.notification.message.Medium;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Who wants what where. */
@ApplicationScoped
public class Preferences implements PanacheRepositoryBase<Preference, Preference.Key> {

  /** Whether that person is to be told that kind of thing there. */
  public boolean allow(UUID userId, Kind kind, Medium medium) {
    if (kind.isMandatory()) {
      return kind.isDefault(medium);
    }
    return findByIdOptional(Preference.Key.of(userId, kind, medium))
        .map(Preference::isEnabled)
        .orElse(kind.isDefault(medium));
  }

  /** In one statement, so that two requests at the same time don't meet. */
  @Transactional(Transactional.TxType.MANDATORY)
  void choose(UUID userId, Choice choice) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into preference (user_id, kind, channel, enabled) values (?1, ?2, ?3, ?4)
            on conflict on constraint pk_preference do update set enabled = excluded.enabled
            """)
        .setParameter(1, userId)
        .setParameter(2, choice.kind().wireName())
        .setParameter(3, choice.medium().wireName())
        .setParameter(4, choice.enabled())
        .executeUpdate();
  }
}
