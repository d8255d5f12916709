package com.nanospace.booking.enquiry.api;

import com.nanospace.booking.enquiry.Enquiries;
import com.nanospace.booking.enquiry.Enquiry;
import com.nanospace.kit.http.PageRequest;
import java.util.List;
import java.util.function.Function;

/** One page of enquiries, the newest first. */
record EnquiryList(List<EnquiryView> enquiries, long total, int page, int perPage, int pages) {

  static EnquiryList of(
      Enquiries.Page found, PageRequest page, Function<Enquiry, EnquiryView> view) {
    return new EnquiryList(
        found.enquiries().stream().map(view).toList(),
        found.total(),
        page.page(),
        page.perPage(),
        page.pagesOf(found.total()));
  }
}
