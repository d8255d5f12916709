package com.nanospace.identity.session.api;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token in the body.
 *
 * @param refreshToken may be absent when it is in the {@code Authorization} header
 */
@Schema(name = "Refresh")
record RefreshRequest(
    @Size(max = 4096, message = "must have at most {max} characters")
        @Nullable String refreshToken) {}
