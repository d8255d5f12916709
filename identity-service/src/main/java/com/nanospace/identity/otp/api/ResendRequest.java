package com.nanospace.identity.otp.api;

import com.nanospace.identity.account.api.ValidIdentifier;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a code is to go again.
 *
 * @param identifier e-mail address or phone
 */
@Schema(name = "ResendCode")
record ResendRequest(@NotBlank(message = "must not be blank") @ValidIdentifier String identifier) {}
