package com.nanospace.notification.message;

import java.util.Arrays;
import java.util.Locale;

/**
 * Every message that this service knows. The words are in {@code templates/mail/<name>.html} and
 * {@code .txt}; the latter also holds the subject and the one-sentence summary.
 */
public enum Notice {
  VERIFICATION_CODE(Kind.OTP, OpenCode.class),
  RESET_CODE(Kind.OTP, OpenCode.class),
  WELCOME(Kind.ACCOUNT, WelcomeFacts.class),
  PASSWORD_CHANGED(Kind.SECURITY, PasswordChangedFacts.class),
  LISTING_APPROVED(Kind.LISTING, ListingFacts.class),
  LISTING_REJECTED(Kind.LISTING, ListingFacts.class),
  BOOKING_REQUESTED_CUSTOMER(Kind.BOOKING, BookingFacts.class),
  BOOKING_REQUESTED_OWNER(Kind.BOOKING, BookingFacts.class),
  BOOKING_CONFIRMED_CUSTOMER(Kind.BOOKING, BookingFacts.class),
  BOOKING_CONFIRMED_OWNER(Kind.BOOKING, BookingFacts.class),
  BOOKING_DECLINED_CUSTOMER(Kind.BOOKING, BookingFacts.class),
  BOOKING_DECLINED_OWNER(Kind.BOOKING, BookingFacts.class),
  BOOKING_CANCELLED_CUSTOMER(Kind.BOOKING, BookingFacts.class),
  BOOKING_CANCELLED_OWNER(Kind.BOOKING, BookingFacts.class),
  BOOKING_EXPIRED_CUSTOMER(Kind.BOOKING, BookingFacts.class),
  BOOKING_EXPIRED_OWNER(Kind.BOOKING, BookingFacts.class),
  ENQUIRY_ACKNOWLEDGED(Kind.ENQUIRY, AcknowledgementFacts.class),
  ENQUIRY_RECEIVED(Kind.ENQUIRY, EnquiryFacts.class);

  private final Kind kind;
  private final Class<? extends Facts> facts;

  Notice(Kind kind, Class<? extends Facts> facts) {
    this.kind = kind;
    this.facts = facts;
  }

  public Kind kind() {
    return kind;
  }

  /** What its templates expect under the name {@code facts}. */
  public Class<? extends Facts> facts() {
    return facts;
  }

  /** The stable word for it: its templates' name, and how the database and the API call it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The notice of that stable word. */
  public static Notice of(String wireName) {
    return Arrays.stream(values())
        .filter(notice -> notice.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No notice is called " + wireName));
  }
}
