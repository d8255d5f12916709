/** Bookings over HTTP. */
@NullMarked
package com.nanospace.booking.reservation.api;

import org.jspecify.annotations.NullMarked;
