/** The replica of property-service's listings, as far as bookings need them. */
@NullMarked
package com.nanospace.booking.listing;

import org.jspecify.annotations.NullMarked;
