/** The trail over HTTP. */
@NullMarked
package com.nanospace.identity.trail.api;

import org.jspecify.annotations.NullMarked;
