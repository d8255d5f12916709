package com.nanospace.notification.preference.api;

import com.nanospace.notification.message.Kind;
import com.nanospace.notification.preference.Preferences;
import java.util.UUID;

/** Where every kind of message goes. */
public record PreferencesView(
    ChannelsView otp,
    ChannelsView security,
    ChannelsView account,
    ChannelsView listing,
    ChannelsView booking,
    ChannelsView enquiry) {

  public static PreferencesView of(UUID userId, Preferences preferences) {
    return new PreferencesView(
        ChannelsView.of(userId, Kind.OTP, preferences),
        ChannelsView.of(userId, Kind.SECURITY, preferences),
        ChannelsView.of(userId, Kind.ACCOUNT, preferences),
        ChannelsView.of(userId, Kind.LISTING, preferences),
        ChannelsView.of(userId, Kind.BOOKING, preferences),
        ChannelsView.of(userId, Kind.ENQUIRY, preferences));
  }
}
