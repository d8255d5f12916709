/** Access tokens: signing keys and issuing. */
@NullMarked
package com.nanospace.identity.token;

import org.jspecify.annotations.NullMarked;
