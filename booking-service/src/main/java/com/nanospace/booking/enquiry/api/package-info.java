/** Enquiries over HTTP. */
@NullMarked
package com.nanospace.booking.enquiry.api;

import org.jspecify.annotations.NullMarked;
