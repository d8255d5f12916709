package com.nanospace.notification.message;

/**
 * A decrypted one-time code, on its way into a message. It lives in memory alone: no row, log line
 * or event may hold it.
 *
 * @param minutes how long the code is still good for, rounded up
 */
public record OpenCode(String code, long minutes) implements Facts {

  @Override
  public String path() {
    return "/verify";
  }

  @Override
  public String toString() {
    return "OpenCode[******]";
  }
}
