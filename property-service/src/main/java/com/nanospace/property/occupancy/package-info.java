/** What bookings take of a listing, so that its free seats are known. */
@NullMarked
package com.nanospace.property.occupancy;

import org.jspecify.annotations.NullMarked;
