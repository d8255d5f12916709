/** identity-service: accounts, sessions, access tokens and one-time codes. */
@NullMarked
package com.nanospace.identity;

import org.jspecify.annotations.NullMarked;
