/** One-time codes, encrypted until the moment they are sent. */
@NullMarked
package com.nanospace.notification.otp;

import org.jspecify.annotations.NullMarked;
