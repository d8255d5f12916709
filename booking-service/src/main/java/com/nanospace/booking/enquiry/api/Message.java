package com.nanospace.booking.enquiry.api;

/** A reply with nothing else to say. */
record Message(String message) {}
