package com.nanospace.local;

/** The command line asks for something that does not exist; the message is shown as it is. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
