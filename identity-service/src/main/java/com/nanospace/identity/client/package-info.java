/** Who is at the other end of a request. */
@NullMarked
package com.nanospace.identity.client;

import org.jspecify.annotations.NullMarked;
