package com.nanospace.kit;

/** A reason to refuse, as a stable word for machines; each domain lists its own as an enum. */
public interface ErrorCode {

  /** Stable and machine-readable, dotted: {@code booking.no_capacity}. Clients branch on it. */
  String code();

  /** What sort of refusal it is; the edge derives the HTTP status from this alone. */
  ErrorKind kind();
}
