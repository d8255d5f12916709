package com.nanospace.identity.otp;

import com.nanospace.identity.account.Identifier;

/** A code is on its way to somebody. */
record CodeSent(Identifier identifier) {}
