package com.nanospace.identity.otp.api;

import com.nanospace.identity.account.api.ValidIdentifier;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A code as somebody read it.
 *
 * @param identifier e-mail address or phone that it was sent to
 */
@Schema(name = "VerifyCode")
record VerifyRequest(
    @NotBlank(message = "must not be blank") @ValidIdentifier String identifier,
    @Schema(examples = "482913")
        @NotBlank(message = "must not be blank")
        @Pattern(regexp = "\\s*[0-9]{6}\\s*", message = "must be six digits")
        String otp) {}
