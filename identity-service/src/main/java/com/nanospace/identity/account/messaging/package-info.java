/** Accounts as events: identity.user.v1. */
@NullMarked
package com.nanospace.identity.account.messaging;

import org.jspecify.annotations.NullMarked;
