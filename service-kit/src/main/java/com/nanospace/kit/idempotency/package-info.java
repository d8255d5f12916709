/** A repeated POST gets the first one's reply: the Idempotency-Key header. */
@NullMarked
package com.nanospace.kit.idempotency;

import org.jspecify.annotations.NullMarked;
