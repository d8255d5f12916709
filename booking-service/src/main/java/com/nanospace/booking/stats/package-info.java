/** Counts for the admin's overview. */
@NullMarked
package com.nanospace.booking.stats;

import org.jspecify.annotations.NullMarked;
