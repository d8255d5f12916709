package com.nanospace.local.service;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a service whether it is ready; twice a second, so its connection is kept. */
public final class Readiness {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final int MOST_BYTES = 64 * 1024;

  private Readiness() {}

  public static boolean of(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      boolean ready = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      // Only a connection whose reply was read can be used again.
      try (InputStream reply = ready ? connection.getInputStream() : connection.getErrorStream()) {
        if (reply != null) {
          reply.readNBytes(MOST_BYTES);
        }
      }
      return ready;
    } catch (IOException notYet) {
      return false;
    }
  }
}
