package com.nanospace.notification.channel;

import com.nanospace.notification.message.Medium;

/** Carries messages out of the suite, on one medium. */
public interface Carrier {

  Medium medium();

  /** Whether it is configured; messages for one that is not are skipped. */
  boolean isOn();

  /** Sends the message and waits, for a bounded time, for what the other side says. */
  Outcome carry(Parcel parcel);
}
