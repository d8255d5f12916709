/** Bookings: who stays where and when, at what price, and the inventory that bounds them. */
@NullMarked
package com.nanospace.booking.reservation;

import org.jspecify.annotations.NullMarked;
