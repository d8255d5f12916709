package com.nanospace.identity.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as its owner typed it.
 *
 * <p>ASCII only: case folding of other scripts is ambiguous, so that two people could own what
 * looks like one address. International domains are accepted in their {@code xn--} form.
 */
public record EmailAddress(String typed) {

  public static final int MAX_LENGTH = 254;

  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  // RFC 5321 dot-string local part of at most 64 octets, and a domain of at least two labels.
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?=[^@]{1,64}@)%1$s(?:\\.%1$s)*@(?:%2$s\\.)+(?=[^.]*[A-Za-z])%2$s"
              .formatted(ATOM, LABEL));

  public static Optional<EmailAddress> parse(String text) {
    String stripped = text.strip();
    return stripped.length() <= MAX_LENGTH && SYNTAX.matcher(stripped).matches()
        ? Optional.of(new EmailAddress(stripped))
        : Optional.empty();
  }

  /** The form by which addresses are compared. */
  public String key() {
    return typed.toLowerCase(Locale.ROOT);
  }
}
