/** The ways out: SMTP and Twilio. */
@NullMarked
package com.nanospace.notification.channel;

import org.jspecify.annotations.NullMarked;
