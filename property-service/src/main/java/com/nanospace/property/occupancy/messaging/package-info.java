/** Booking events as they come in. */
@NullMarked
package com.nanospace.property.occupancy.messaging;

import org.jspecify.annotations.NullMarked;
