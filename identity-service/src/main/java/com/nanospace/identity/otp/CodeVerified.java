package com.nanospace.identity.otp;

import com.nanospace.identity.account.Identifier;

/** Somebody has read the code that was sent to them. */
record CodeVerified(Identifier identifier) {}
