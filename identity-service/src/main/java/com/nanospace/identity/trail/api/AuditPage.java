package com.nanospace.identity.trail.api;

import com.nanospace.identity.trail.AuditEntries.Found;
import com.nanospace.kit.http.PageRequest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the audit trail. */
@Schema(name = "AuditPage")
record AuditPage(List<AuditEntryView> entries, long total, int page, int perPage, int pages) {

  static AuditPage of(Found found, PageRequest page) {
    return new AuditPage(
        found.entries().stream().map(AuditEntryView::of).toList(),
        found.total(),
        page.page(),
        page.perPage(),
        page.pagesOf(found.total()));
  }
}
