package com.nanospace.kit.peer;

import org.jspecify.annotations.Nullable;

/** Another service did not answer; checked, because every caller has to know what then. */
public final class PeerAway extends Exception {

  public PeerAway(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
