/** Listing events coming in. */
@NullMarked
package com.nanospace.booking.listing.messaging;

import org.jspecify.annotations.NullMarked;
