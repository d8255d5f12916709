/** Asking another service, once and for a short time. */
@NullMarked
package com.nanospace.kit.peer;

import org.jspecify.annotations.NullMarked;
