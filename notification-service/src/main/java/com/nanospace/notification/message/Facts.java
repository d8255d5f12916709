package com.nanospace.notification.message;

/**
 * What one message tells. Kept as JSON with the delivery until the message is rendered, so a change
 * must leave older JSON readable.
 */
public interface Facts {

  /** Where in the front-end a reader goes on, from its root. */
  String path();
}
