package com.nanospace.notification.channel;

import com.nanospace.notification.message.Medium;
import java.time.Duration;

/** Carries messages out of the suite, on one medium. */
public interface Carrier {

  Medium medium();

  /** Whether it is configured; messages for one that is not are skipped. */
  boolean isOn();

  /** For how long a message is on its way at most. */
  Duration longestSend();

  /** Sends the message and waits for what the other side says. */
  Outcome carry(Parcel parcel);
}
