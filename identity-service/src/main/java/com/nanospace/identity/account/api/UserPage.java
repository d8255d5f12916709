package com.nanospace.identity.account.api;

import com.nanospace.identity.account.Accounts;
import com.nanospace.kit.http.PageRequest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of accounts. */
@Schema(name = "UserPage")
record UserPage(List<UserView> users, long total, int page, int perPage, int pages) {

  static UserPage of(Accounts.Found found, PageRequest page) {
    return new UserPage(
        found.accounts().stream().map(UserView::of).toList(),
        found.total(),
        page.page(),
        page.perPage(),
        page.pagesOf(found.total()));
  }
}
