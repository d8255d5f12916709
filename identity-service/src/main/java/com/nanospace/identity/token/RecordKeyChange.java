package com.nanospace.identity.token;

import com.nanospace.identity.throttle.Locks;
import com.nanospace.kit.trail.Actor;
import com.nanospace.kit.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Writes a change of the signing keys into the audit trail, for the first replica that sees it. */
@ApplicationScoped
class RecordKeyChange {

  private final EntityManager entities;
  private final Locks locks;
  private final Trail trail;

  RecordKeyChange(EntityManager entities, Locks locks, Trail trail) {
    this.entities = entities;
    this.locks = locks;
    this.trail = trail;
  }

  /** What another replica has recorded already is recorded no more. */
  @Transactional
  void record(KeyIds keys) {
    locks.hold("signing-keys");
    Optional<RecordedSigningKeys> last =
        entities
            .createQuery("from RecordedSigningKeys", RecordedSigningKeys.class)
            .getResultStream()
            .findFirst();
    Optional<KeyIds> before = last.map(RecordedSigningKeys::keys);
    if (before.equals(Optional.of(keys))) {
      return;
    }
    RecordedSigningKeys recorded = last.orElseGet(() -> new RecordedSigningKeys(keys));
    recorded.become(keys);
    entities.persist(recorded);
    trail.record(
        Actor.NOBODY,
        "signing-keys.changed",
        "signing-keys",
        recorded.id(),
        before.orElse(null),
        keys);
  }
}
