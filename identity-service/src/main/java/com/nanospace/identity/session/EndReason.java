package com.nanospace.identity.session;

/** Why a session ended before its time. */
public enum EndReason {
  LOGOUT,
  /** Its owner ended it from elsewhere. */
  REVOKED,
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  SUSPENDED,
  ROLE_CHANGED,
  ACCOUNT_ERASED,
  /** A used refresh token came again: one of its two holders is a thief. */
  TOKEN_REUSED
}
