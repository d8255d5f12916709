package com.nanospace.identity.otp.api;

import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.account.api.Characters;
import com.nanospace.identity.account.api.ValidIdentifier;
import com.nanospace.identity.account.api.ValidPhone;
import com.nanospace.identity.password.Passwords;
import com.nanospace.kit.Refusal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A reset code as somebody read it, and their new password.
 *
 * @param identifier e-mail address or phone that the code was sent to
 * @param phone counts when there is no identifier
 */
@Schema(name = "ResetPassword")
record ResetPasswordRequest(
    @ValidIdentifier @Nullable String identifier,
    @ValidPhone @Nullable String phone,
    @Schema(examples = "482913")
        @NotBlank(message = "must not be blank")
        @Pattern(regexp = "\\s*[0-9]{6}\\s*", message = "must be six digits")
        String otp,
    @NotNull(message = "must not be blank")
        @Characters(min = Passwords.MIN_LENGTH, max = Passwords.MAX_LENGTH)
        String newPassword) {

  /**
   * Whose password it is.
   *
   * @throws Refusal {@code request.invalid} when neither is there
   */
  Identifier toIdentifier() {
    return Stream.of(Optional.ofNullable(identifier), Optional.ofNullable(phone))
        .flatMap(Optional::stream)
        .filter(text -> !text.isBlank())
        .findFirst()
        .flatMap(Identifier::parse)
        .orElseThrow(() -> Refusal.invalid("identifier", "must not be blank"));
  }
}
