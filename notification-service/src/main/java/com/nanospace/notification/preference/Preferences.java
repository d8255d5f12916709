package com.nanospace.notification.preference;

import com.nanospace.notification.message.Kind;
import com.nanospace.notification.message.Medium;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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

  void choose(UUID userId, Kind kind, Medium medium, boolean enabled) {
    Preference.Key key = Preference.Key.of(userId, kind, medium);
    findByIdOptional(key)
        .ifPresentOrElse(
            known -> known.choose(enabled), () -> persist(new Preference(key, enabled)));
  }
}
