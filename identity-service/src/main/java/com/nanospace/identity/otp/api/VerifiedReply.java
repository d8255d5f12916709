package com.nanospace.identity.otp.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The code was right. */
@Schema(name = "CodeVerified")
record VerifiedReply(String message, boolean verified) {}
