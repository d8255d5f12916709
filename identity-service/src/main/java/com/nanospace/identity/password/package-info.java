/** Passwords at rest: Argon2id in PHC strings, within a bounded share of memory. */
@NullMarked
package com.nanospace.identity.password;

import org.jspecify.annotations.NullMarked;
