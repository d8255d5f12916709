/** The local replica of accounts: who can be reached where. */
@NullMarked
package com.nanospace.notification.contact;

import org.jspecify.annotations.NullMarked;
