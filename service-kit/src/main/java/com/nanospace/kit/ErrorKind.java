package com.nanospace.kit;

/** The sorts of refusal that a domain knows, without a word of HTTP. */
public enum ErrorKind {
  INVALID,
  UNAUTHENTICATED,
  FORBIDDEN,
  UNKNOWN,
  WRONG_METHOD,
  NOT_ACCEPTABLE,
  CONFLICT,
  TOO_LARGE,
  WRONG_TYPE,
  MISMATCH,
  TOO_MANY,
  UNAVAILABLE,
  INTERNAL
}
