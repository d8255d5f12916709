package com.nanospace.notification.preference.api;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.notification.message.Kind;
import com.nanospace.notification.message.Medium;
import com.nanospace.notification.preference.Choice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to change; absent kinds stay as they are. */
record PreferencesRequest(
    @Nullable ChannelChoice otp,
    @Nullable ChannelChoice security,
    @Nullable ChannelChoice account,
    @Nullable ChannelChoice listing,
    @Nullable ChannelChoice booking,
    @Nullable ChannelChoice enquiry) {

  /**
   * Every single choice.
   *
   * @throws Refusal when there is none
   */
  List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    add(choices, Kind.OTP, otp);
    add(choices, Kind.SECURITY, security);
    add(choices, Kind.ACCOUNT, account);
    add(choices, Kind.LISTING, listing);
    add(choices, Kind.BOOKING, booking);
    add(choices, Kind.ENQUIRY, enquiry);
    if (choices.isEmpty()) {
      throw new Refusal(
          CommonError.INVALID, "Name what to change, such as {\"booking\": {\"email\": false}}");
    }
    return choices;
  }

  private static void add(List<Choice> choices, Kind kind, @Nullable ChannelChoice channels) {
    if (channels != null) {
      add(choices, kind, Medium.EMAIL, channels.email());
      add(choices, kind, Medium.SMS, channels.sms());
      add(choices, kind, Medium.IN_APP, channels.inApp());
    }
  }

  private static void add(
      List<Choice> choices, Kind kind, Medium medium, @Nullable Boolean enabled) {
    if (enabled != null) {
      choices.add(new Choice(kind, medium, enabled));
    }
  }
}
