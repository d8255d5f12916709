package com.nanospace.identity.account;

import java.util.Optional;

/**
 * What somebody is found by: an e-mail address or a phone.
 *
 * @param value the comparable form: lower-case address, or E.164
 */
public record Identifier(Kind kind, String value) {

  public enum Kind {
    EMAIL,
    PHONE
  }

  public static Identifier of(EmailAddress email) {
    return new Identifier(Kind.EMAIL, email.key());
  }

  public static Identifier of(PhoneNumber phone) {
    return new Identifier(Kind.PHONE, phone.e164());
  }

  /** Reads either; empty when it is neither. */
  public static Optional<Identifier> parse(String text) {
    return text.contains("@")
        ? EmailAddress.parse(text).map(Identifier::of)
        : PhoneNumber.parse(text).map(Identifier::of);
  }
}
