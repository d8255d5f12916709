/** What concerns the whole of booking-service. */
@NullMarked
package com.nanospace.booking;

import org.jspecify.annotations.NullMarked;
