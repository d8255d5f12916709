package com.nanospace.notification.preference.api;

import com.nanospace.notification.message.Kind;
import com.nanospace.notification.message.Medium;
import com.nanospace.notification.preference.Preferences;
import java.util.UUID;

/**
 * Where one kind of message goes.
 *
 * @param mandatory whether it can't be changed
 */
record ChannelsView(boolean email, boolean sms, boolean inApp, boolean mandatory) {

  static ChannelsView of(UUID userId, Kind kind, Preferences preferences) {
    return new ChannelsView(
        preferences.allow(userId, kind, Medium.EMAIL),
        preferences.allow(userId, kind, Medium.SMS),
        preferences.allow(userId, kind, Medium.IN_APP),
        kind.isMandatory());
  }
}
