package com.nanospace.gateway.limits;

import java.util.Locale;

/** Whose requests are counted together. */
enum Scope {
  ADDRESS,
  USER;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
