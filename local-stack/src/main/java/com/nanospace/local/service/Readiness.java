package com.nanospace.local.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a service whether it is ready. */
public final class Readiness {
  private static final int PATIENCE_MILLIS = 2_000;

  private Readiness() {}

  public static boolean of(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException notYet) {
      return false;
    }
  }
}
