/** Sessions: what a login opens, refresh tokens keep alive, and a revocation ends. */
@NullMarked
package com.nanospace.identity.session;

import org.jspecify.annotations.NullMarked;
