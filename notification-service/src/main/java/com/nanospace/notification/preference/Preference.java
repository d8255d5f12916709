package com.nanospace.notification.preference;

import com.nanospace.notification.message.Kind;
import com.nanospace.notification.message.Medium;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.util.UUID;

/** What one person chose for one kind of message on one medium. */
@Entity
public class Preference {

  @EmbeddedId
  @SuppressWarnings("UnusedVariable") // read by Hibernate
  private Key key;

  private boolean enabled;

  @SuppressWarnings("NullAway.Init")
  protected Preference() {}

  /** The words of {@link Kind} and {@link Medium}, as stored. */
  @Embeddable
  record Key(UUID userId, String kind, String channel) implements Serializable {

    static Key of(UUID userId, Kind kind, Medium medium) {
      return new Key(userId, kind.wireName(), medium.wireName());
    }
  }

  boolean isEnabled() {
    return enabled;
  }
}
