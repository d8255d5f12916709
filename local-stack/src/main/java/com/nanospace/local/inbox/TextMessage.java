package com.nanospace.local.inbox;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** A text message as Twilio's API takes it: checked the way Twilio checks it. */
record TextMessage(String to, String from, String body) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern SENDER = Pattern.compile("\\+?\\d{3,15}|[A-Za-z0-9 ]{1,11}");
  private static final int LONGEST_BODY = 1_600;

  /** Twilio's own test numbers, so that a failure can be tried here as it is tried there. */
  private static final Map<String, TwilioRefusal> TEST_NUMBERS =
      Map.of(
          "+15005550001",
          refusal(21211, "The 'To' number +15005550001 is not a valid phone number."),
          "+15005550002",
          refusal(21612, "The message can't be routed to +15005550002."),
          "+15005550003",
          refusal(21408, "Permission to send an SMS to +15005550003 has not been enabled."),
          "+15005550004",
          refusal(21610, "Attempt to send to unsubscribed recipient."),
          "+15005550009",
          refusal(21614, "'To' number is not a valid mobile number."));

  static TextMessage of(FormParameters form) throws TwilioRefusal {
    String to = form.getOrEmpty("To");
    String from = form.getOrEmpty("From");
    String body = form.getOrEmpty("Body");
    if (to.isBlank()) {
      throw refusal(21604, "A 'To' phone number is required.");
    }
    if (!E164.matcher(to).matches()) {
      throw refusal(21211, "The 'To' number %s is not a valid phone number.".formatted(to));
    }
    TwilioRefusal tried = TEST_NUMBERS.get(to);
    if (tried != null) {
      throw tried;
    }
    if (from.isBlank()) {
      throw refusal(21603, "A 'From' phone number is required.");
    }
    if (!SENDER.matcher(from).matches()) {
      throw refusal(21212, "The 'From' number %s is not a valid phone number.".formatted(from));
    }
    if (body.isBlank()) {
      throw refusal(21602, "Message body is required.");
    }
    if (body.length() > LONGEST_BODY) {
      throw refusal(21617, "The concatenated message body exceeds the 1600 character limit.");
    }
    return new TextMessage(to, from, body);
  }

  /** How many messages a phone network makes of it: 160 or, with other alphabets, 70 characters. */
  int segments() {
    Charset simple = StandardCharsets.ISO_8859_1;
    boolean plain = simple.newEncoder().canEncode(body);
    int single = plain ? 160 : 70;
    int part = plain ? 153 : 67;
    return body.length() <= single ? 1 : (body.length() + part - 1) / part;
  }

  private static TwilioRefusal refusal(int code, String message) {
    return new TwilioRefusal(400, code, message);
  }
}
