/** How many requests a client may make, and what is told about it. */
@NullMarked
package com.nanospace.gateway.limits;

import org.jspecify.annotations.NullMarked;
