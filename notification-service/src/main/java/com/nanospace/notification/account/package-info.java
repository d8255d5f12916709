/** Events of accounts: contacts and the welcome. */
@NullMarked
package com.nanospace.notification.account;

import org.jspecify.annotations.NullMarked;
