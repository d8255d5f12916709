package com.nanospace.identity.otp;

import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.account.Identifier.Kind;
import com.nanospace.identity.account.PhoneNumber;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The countries to whose phones codes are sent. Asked of the number alone, before any account is
 * looked for, so a clear refusal tells nothing about anybody.
 */
@ApplicationScoped
class ServedCountries {

  private final Set<String> prefixes;

  ServedCountries(OtpConfig config) {
    this.prefixes =
        config.smsPrefixes().orElse(Set.of()).stream()
            .map(prefix -> "+" + prefix.strip().replaceFirst("^\\+", ""))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Lets e-mail addresses and phones of these countries pass.
   *
   * @throws Refusal {@code otp.country_not_served}
   */
  void require(Identifier identifier) {
    if (identifier.kind() == Kind.PHONE
        && !prefixes.isEmpty()
        && !prefixes.contains(new PhoneNumber(identifier.value()).countryPrefix())) {
      throw new Refusal(
          OtpError.COUNTRY_NOT_SERVED,
          "No text messages are sent to phones of this country, use the e-mail address");
    }
  }
}
