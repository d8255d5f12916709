package com.nanospace.identity.account;

import org.jspecify.annotations.Nullable;

/** What people say about themselves and may change. */
public record Profile(String fullName, @Nullable PhoneNumber phone) {}
