package com.nanospace.local.inbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal in the form Twilio documents, with the codes of its error dictionary. */
final class TwilioRefusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final int code;

  TwilioRefusal(int status, int code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", code);
    json.put("message", String.valueOf(getMessage()));
    json.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    json.put("status", status);
    return json;
  }
}
