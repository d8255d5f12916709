/** Enquiries as events. */
@NullMarked
package com.nanospace.booking.enquiry.messaging;

import org.jspecify.annotations.NullMarked;
