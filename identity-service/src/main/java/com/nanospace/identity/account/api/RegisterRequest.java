package com.nanospace.identity.account.api;

import com.nanospace.identity.account.EmailAddress;
import com.nanospace.identity.account.RegisterAccount.Registration;
import com.nanospace.identity.account.Role;
import com.nanospace.identity.password.Passwords;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a newcomer sends. */
@Schema(name = "Registration")
record RegisterRequest(
    @NotBlank(message = "must not be blank") @ValidEmail String email,
    @NotNull(message = "must not be blank")
        @Characters(min = Passwords.MIN_LENGTH, max = Passwords.MAX_LENGTH)
        String password,
    @NotBlank(message = "must not be blank")
        @Characters(min = 1, max = ProfileForm.MAX_NAME)
        @Pattern(regexp = ProfileForm.NAME, message = ProfileForm.NAME_MESSAGE)
        String fullName,
    @Schema(
            enumeration = {"customer", "owner"},
            defaultValue = "customer")
        @Pattern(regexp = "(?i)customer|owner|admin", message = "must be customer or owner")
        @Nullable String role,
    @ValidPhone @Nullable String phone) {

  /**
   * What is asked for.
   *
   * @throws Refusal {@code auth.forbidden} when it is to be an admin
   */
  Registration toRegistration() {
    Role wanted = role == null ? Role.CUSTOMER : Role.of(role).orElseThrow();
    if (wanted == Role.ADMIN) {
      throw new Refusal(CommonError.AUTH_FORBIDDEN, "Nobody can register as an admin");
    }
    return new Registration(
        EmailAddress.parse(email).orElseThrow(),
        password,
        new ProfileForm(fullName, phone).toProfile(),
        wanted);
  }
}
