package com.nanospace.booking.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.nanospace.kit.Refusal;

/** Phone numbers as people write them, brought to E.164. */
public final class PhoneNumbers {

  private static final String HOME_REGION = "IN";
  private static final int MIN_DIGITS = 8;
  private static final int MAX_DIGITS = 15;

  private PhoneNumbers() {}

  /**
   * The number in E.164; without a country code it is an Indian one.
   *
   * @throws Refusal {@code request.invalid} for that field when it is no phone number
   */
  public static String toE164(String field, String written) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      String number = numbers.format(numbers.parse(written, HOME_REGION), PhoneNumberFormat.E164);
      int digits = number.length() - 1;
      if (MIN_DIGITS <= digits && digits <= MAX_DIGITS) {
        return number;
      }
    } catch (NumberParseException e) {
      // Said below, as for a number of the wrong length.
    }
    throw Refusal.invalid(field, "must be a phone number such as +919876543210");
  }
}
