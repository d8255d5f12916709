package com.nanospace.notification.preference.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The preferences as they are now, and what was done to them if anything. */
record PreferencesReply(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String message,
    PreferencesView preferences) {}
