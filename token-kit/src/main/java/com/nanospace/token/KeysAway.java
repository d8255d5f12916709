package com.nanospace.token;

/** Whether a token counts can't be told, since its key is not known and identity is away. */
public final class KeysAway extends Exception {

  KeysAway() {
    super("The keys of access tokens are not known", null, false, false);
  }
}
