package com.nanospace.identity.account.api;

import com.nanospace.identity.password.Passwords;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A password and the one that is to follow it. */
@Schema(name = "PasswordChange")
record PasswordChangeRequest(
    @NotNull(message = "must not be blank") @Characters(min = 1, max = Passwords.MAX_LENGTH)
        String currentPassword,
    @NotNull(message = "must not be blank")
        @Characters(min = Passwords.MIN_LENGTH, max = Passwords.MAX_LENGTH)
        String newPassword) {}
