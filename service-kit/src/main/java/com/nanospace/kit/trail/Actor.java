package com.nanospace.kit.trail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who stands behind an action. */
public record Actor(@Nullable UUID id, @Nullable String role, @Nullable UUID sessionId) {

  /** The platform itself, or somebody who has not shown who they are. */
  public static final Actor NOBODY = new Actor(null, null, null);
}
