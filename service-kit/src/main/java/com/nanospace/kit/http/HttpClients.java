package com.nanospace.kit.http;

import java.net.http.HttpClient;

/**
 * Makes the HTTP clients of a service. Some of the JDK's settings count for all clients of a
 * process, and from its first one on; what is given on the command line stays.
 */
public final class HttpClients {

  static {
    // In seconds. Less than services go on answering after they were told to stop
    // (quarkus.shutdown.delay): what they close then carries no request any more.
    set("jdk.httpclient.keepalive.timeout", "2");
    // One attempt. Else a GET is sent again, unseen, when a kept connection breaks before the
    // reply.
    set("jdk.httpclient.redirects.retrylimit", "1");
    set("jdk.httpclient.disableRetryConnect", "true");
  }

  private HttpClients() {}

  public static HttpClient.Builder newBuilder() {
    return HttpClient.newBuilder();
  }

  private static void set(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
