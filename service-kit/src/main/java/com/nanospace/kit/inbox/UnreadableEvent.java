package com.nanospace.kit.inbox;

import org.jspecify.annotations.Nullable;

/** An event that no retry will make readable; it goes to the dead-letter topic at once. */
public final class UnreadableEvent extends RuntimeException {

  public UnreadableEvent(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
