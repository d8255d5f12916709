/** What operators may ask of the listing replica. */
@NullMarked
package com.nanospace.booking.listing.api;

import org.jspecify.annotations.NullMarked;
