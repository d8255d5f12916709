package com.nanospace.notification.preference;

import com.nanospace.notification.message.Kind;
import com.nanospace.notification.message.Medium;

/** Whether a kind of message shall come on a medium. */
public record Choice(Kind kind, Medium medium, boolean enabled) {

  boolean isForbidden() {
    return kind.isMandatory() && enabled != kind.isDefault(medium);
  }

  /** Its place in a request. */
  String field() {
    return kind.wireName() + "." + medium.wireName();
  }
}
