/** The public keys over HTTP. */
@NullMarked
package com.nanospace.identity.token.api;

import org.jspecify.annotations.NullMarked;
