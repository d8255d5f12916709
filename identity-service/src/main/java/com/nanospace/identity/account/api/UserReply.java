package com.nanospace.identity.account.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.nanospace.identity.account.Account;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One account in its envelope. */
@Schema(name = "UserReply")
record UserReply(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String message, UserView user) {

  static UserReply of(Account account) {
    return new UserReply(null, UserView.of(account));
  }

  static UserReply of(String message, Account account) {
    return new UserReply(message, UserView.of(account));
  }
}
