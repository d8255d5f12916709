package com.nanospace.kit.inbox;

/** The service stops before an event has taken effect; nothing is wrong with the event. */
final class LeftForLater extends RuntimeException {

  LeftForLater() {
    super("The service is stopping, the event stays in its topic");
  }
}
