package com.nanospace.identity.otp.api;

import com.nanospace.identity.account.api.ValidEmail;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a code is to go. */
@Schema(name = "SendEmailCode")
record SendEmailRequest(@NotBlank(message = "must not be blank") @ValidEmail String email) {}
