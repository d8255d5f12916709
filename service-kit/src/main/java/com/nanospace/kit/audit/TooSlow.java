package com.nanospace.kit.audit;

/** An audit has used up its time; what it has seen until then proves nothing. */
final class TooSlow extends RuntimeException {

  TooSlow(String what) {
    super("Not done in time with " + what);
  }
}
