package com.nanospace.notification.delivery;

/** Something that a message needs is not there yet. */
final class NotNow extends RuntimeException {

  private final String reason;

  NotNow(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  @Override
  public String getMessage() {
    return reason;
  }
}
