package com.nanospace.notification.channel;

import org.jspecify.annotations.Nullable;

/** What became of one try to send one message. */
public sealed interface Outcome {

  /**
   * The other side took it over.
   *
   * @param reference what the other side calls it, to ask there
   */
  record Sent(@Nullable String reference) implements Outcome {}

  /** The other side will never take this message to this address. */
  record Refused(String reason) implements Outcome {}

  /** The other side does not take this message now. */
  record Deferred(String reason) implements Outcome {}

  /**
   * The conversation broke off, and nobody knows whether the message was taken. It is tried again,
   * a bounded number of times, for each try may be another copy.
   */
  record Unsure(String reason) implements Outcome {}

  /** The channel as a whole takes nothing now; that says nothing about the message. */
  record Away(String reason) implements Outcome {}
}
