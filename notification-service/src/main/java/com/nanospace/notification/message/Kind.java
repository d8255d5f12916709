package com.nanospace.notification.message;

import java.util.Locale;

/** What a message is about; people choose channels for each kind. */
public enum Kind {
  OTP,
  SECURITY,
  ACCOUNT,
  LISTING,
  BOOKING,
  ENQUIRY;

  /** Whether nobody can switch it off, for an account is no longer safe without it. */
  public boolean isMandatory() {
    return this == OTP || this == SECURITY;
  }

  /** Whether a person who never chose gets it there. */
  public boolean isDefault(Medium medium) {
    return medium == Medium.EMAIL || medium == (this == OTP ? Medium.SMS : Medium.IN_APP);
  }

  /** The stable word for it, in JSON and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
