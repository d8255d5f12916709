package com.nanospace.property.listing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One listing, after a change together with a sentence for people. */
record PropertyReply(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String message, PropertyView property) {}
