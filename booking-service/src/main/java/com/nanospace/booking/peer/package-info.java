/** Questions to other services, asked when a replica lacks the answer. */
@NullMarked
package com.nanospace.booking.peer;

import org.jspecify.annotations.NullMarked;
