/** The replica of accounts that fills in the contact of a booking. */
@NullMarked
package com.nanospace.booking.customer;

import org.jspecify.annotations.NullMarked;
