package com.nanospace.identity.account.api;

import com.nanospace.identity.account.PhoneNumber;
import com.nanospace.identity.account.Profile;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What people say about themselves.
 *
 * @param phone any spelling; without a country prefix it is one of India
 */
@Schema(name = "Profile")
record ProfileForm(
    @NotBlank(message = "must not be blank")
        @Characters(min = 1, max = ProfileForm.MAX_NAME)
        @Pattern(regexp = ProfileForm.NAME, message = ProfileForm.NAME_MESSAGE)
        String fullName,
    @ValidPhone @Nullable String phone) {

  static final int MAX_NAME = 100;
  static final String NAME = "\\P{Cntrl}*";
  static final String NAME_MESSAGE = "must not contain control characters";

  static ProfileForm of(Profile profile) {
    return new ProfileForm(
        profile.fullName(), profile.phone() == null ? null : profile.phone().e164());
  }

  Profile toProfile() {
    return new Profile(
        fullName.strip(), phone == null ? null : PhoneNumber.parse(phone).orElse(null));
  }
}
