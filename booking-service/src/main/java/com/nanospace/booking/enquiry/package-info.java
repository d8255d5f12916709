/** Enquiries: questions about a listing or about space in general. */
@NullMarked
package com.nanospace.booking.enquiry;

import org.jspecify.annotations.NullMarked;
