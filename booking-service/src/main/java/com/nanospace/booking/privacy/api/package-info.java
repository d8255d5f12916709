/** The export, for the gateway. */
@NullMarked
package com.nanospace.booking.privacy.api;

import org.jspecify.annotations.NullMarked;
