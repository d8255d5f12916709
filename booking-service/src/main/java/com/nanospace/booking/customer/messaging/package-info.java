/** User events coming in. */
@NullMarked
package com.nanospace.booking.customer.messaging;

import org.jspecify.annotations.NullMarked;
