/** Accounts over HTTP. */
@NullMarked
package com.nanospace.identity.account.api;

import org.jspecify.annotations.NullMarked;
