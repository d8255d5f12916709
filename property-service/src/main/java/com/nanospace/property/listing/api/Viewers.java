package com.nanospace.property.listing.api;

import com.nanospace.kit.security.Caller;
import com.nanospace.property.listing.Viewer;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells who is looking, for rules about what may be seen. */
@ApplicationScoped
class Viewers {

  private final Caller caller;

  Viewers(Caller caller) {
    this.caller = caller;
  }

  Viewer current() {
    return caller
        .optionalId()
        .map(id -> new Viewer(id, caller.hasRole("admin")))
        .orElse(Viewer.ANYBODY);
  }
}
