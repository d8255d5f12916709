/** Bookings as events. */
@NullMarked
package com.nanospace.booking.reservation.messaging;

import org.jspecify.annotations.NullMarked;
