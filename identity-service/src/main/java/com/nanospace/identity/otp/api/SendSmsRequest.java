package com.nanospace.identity.otp.api;

import com.nanospace.identity.account.api.ValidPhone;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a code is to go. */
@Schema(name = "SendSmsCode")
record SendSmsRequest(@NotBlank(message = "must not be blank") @ValidPhone String phone) {}
