/** What users would receive: mails over SMTP and messages over Twilio's API, shown on one page. */
@NullMarked
package com.nanospace.local.inbox;

import org.jspecify.annotations.NullMarked;
