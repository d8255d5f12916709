package com.nanospace.identity.account.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Success, in words. */
@Schema(name = "Message")
public record Message(String message) {}
