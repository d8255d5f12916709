/** Events of bookings: both sides are told. */
@NullMarked
package com.nanospace.notification.booking;

import org.jspecify.annotations.NullMarked;
