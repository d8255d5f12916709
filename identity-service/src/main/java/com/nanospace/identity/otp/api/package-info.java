/** One-time codes over HTTP. */
@NullMarked
package com.nanospace.identity.otp.api;

import org.jspecify.annotations.NullMarked;
