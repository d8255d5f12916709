package com.nanospace.booking.enquiry.api;

/** An enquiry after an admin's change. */
record EnquiryReply(String message, EnquiryView enquiry) {}
