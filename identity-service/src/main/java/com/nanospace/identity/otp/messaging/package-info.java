/** One-time codes as events: identity.otp.v1. */
@NullMarked
package com.nanospace.identity.otp.messaging;

import org.jspecify.annotations.NullMarked;
