package com.nanospace.booking.enquiry.api;

import java.util.UUID;

/** What the person who asked gets to know. */
record EnquiryReceived(String message, UUID enquiryId) {}
