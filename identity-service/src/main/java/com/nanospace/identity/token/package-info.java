/** Access tokens: signing keys, issuing, and the check of our own tokens. */
@NullMarked
package com.nanospace.identity.token;

import org.jspecify.annotations.NullMarked;
