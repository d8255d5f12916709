package com.nanospace.identity.session.api;

import com.nanospace.identity.session.Sessions;
import com.nanospace.kit.http.PageRequest;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the own sessions. */
@Schema(name = "SessionPage")
record SessionPage(List<SessionView> sessions, long total, int page, int perPage, int pages) {

  static SessionPage of(Sessions.Found found, UUID current, PageRequest page) {
    return new SessionPage(
        found.sessions().stream().map(session -> SessionView.of(session, current)).toList(),
        found.total(),
        page.page(),
        page.perPage(),
        page.pagesOf(found.total()));
  }
}
