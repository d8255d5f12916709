package com.nanospace.identity.session.api;

import com.nanospace.identity.account.EmailAddress;
import com.nanospace.identity.account.api.Characters;
import com.nanospace.identity.password.Passwords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who somebody claims to be.
 *
 * @param identifier e-mail address or phone
 */
@Schema(name = "Login")
record LoginRequest(
    @NotBlank(message = "must not be blank")
        @Size(max = EmailAddress.MAX_LENGTH, message = "must have at most {max} characters")
        String identifier,
    @NotNull(message = "must not be blank") @Characters(min = 1, max = Passwords.MAX_LENGTH)
        String password) {}
