/** Accounts: who somebody is, what they may do, and how they are reached. */
@NullMarked
package com.nanospace.identity.account;

import org.jspecify.annotations.NullMarked;
