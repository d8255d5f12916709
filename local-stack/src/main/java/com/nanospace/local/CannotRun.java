package com.nanospace.local;

/** Why the suite can't run, in words for the person at the terminal; no stack trace is shown. */
public final class CannotRun extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CannotRun(String message) {
    super(message);
  }

  public CannotRun(String message, Throwable cause) {
    super(message, cause);
  }
}
