/** Events of one-time codes. */
@NullMarked
package com.nanospace.notification.otp.messaging;

import org.jspecify.annotations.NullMarked;
