/** One-time codes: proof that somebody reads an e-mail address or a phone. */
@NullMarked
package com.nanospace.identity.otp;

import org.jspecify.annotations.NullMarked;
