package com.nanospace.booking.enquiry;

/** What happened to an enquiry, inside the transaction in which it happened. */
public sealed interface EnquiryEvent {

  Enquiry enquiry();

  record Received(Enquiry enquiry) implements EnquiryEvent {}

  record StatusChanged(Enquiry enquiry) implements EnquiryEvent {}
}
