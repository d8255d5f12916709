package com.nanospace.identity.otp.api;

import com.nanospace.identity.account.api.ValidIdentifier;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who has forgotten their password.
 *
 * @param identifier e-mail address or phone
 */
@Schema(name = "ForgotPassword")
record ForgotPasswordRequest(
    @NotBlank(message = "must not be blank") @ValidIdentifier String identifier) {}
