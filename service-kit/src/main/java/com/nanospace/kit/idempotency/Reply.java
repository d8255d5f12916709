package com.nanospace.kit.idempotency;

/**
 * What a POST answers, in a form that can be stored and replayed.
 *
 * @param status the HTTP status, 2xx
 * @param body a view, or the JSON of an earlier one
 */
public record Reply(int status, Object body) {

  public static Reply created(Object body) {
    return new Reply(201, body);
  }
}
