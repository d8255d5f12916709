package com.nanospace.identity.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in E.164, such as {@code +919812345670}.
 *
 * <p>A number without a country prefix is one of India. Only its length is checked against the
 * numbering plan, for plans grow faster than releases.
 */
public record PhoneNumber(String e164) {

  /** Room for separators; what is stored has at most 16 characters. */
  public static final int MAX_TYPED_LENGTH = 40;

  private static final String DEFAULT_REGION = "IN";
  private static final Pattern TYPED = Pattern.compile("[(]?\\+?[0-9 ()./-]+");
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");

  public static Optional<PhoneNumber> parse(String text) {
    String stripped = text.strip();
    if (stripped.length() > MAX_TYPED_LENGTH || !TYPED.matcher(stripped).matches()) {
      return Optional.empty();
    }
    try {
      PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
      Phonenumber.PhoneNumber number = plans.parse(stripped, DEFAULT_REGION);
      String e164 = plans.format(number, PhoneNumberFormat.E164);
      // A zero too many is kept by the first reading and dropped by the second: no number at all.
      boolean isOneNumber =
          plans.isPossibleNumber(number)
              && E164.matcher(e164).matches()
              && plans.parse(e164, null).equals(number);
      return isOneNumber ? Optional.of(new PhoneNumber(e164)) : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** The country calling code, such as {@code +91}: what an SMS costs depends on it. */
  public String countryPrefix() {
    try {
      return "+" + PhoneNumberUtil.getInstance().parse(e164, null).getCountryCode();
    } catch (NumberParseException e) {
      throw new IllegalStateException("What was formatted as E.164 can be parsed", e);
    }
  }
}
