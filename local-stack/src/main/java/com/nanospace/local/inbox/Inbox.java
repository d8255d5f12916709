package com.nanospace.local.inbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Receives what users would: mails over SMTP, text messages over Twilio's API; shows both. */
public final class Inbox implements AutoCloseable {
  private static final int CAPACITY = 2_000;
  private static final int WORKERS = 4;
  private static final int WAITING = 200;

  private final SmtpReceiver smtp;
  private final HttpServer http;
  private final ThreadPoolExecutor workers;

  private Inbox(SmtpReceiver smtp, HttpServer http, ThreadPoolExecutor workers) {
    this.smtp = smtp;
    this.http = http;
    this.workers = workers;
  }

  /**
   * Where the inbox listens and which Twilio account it plays.
   *
   * @param http address of the page, the API and Twilio's API
   */
  public record Settings(
      InetSocketAddress http, int smtpPort, String twilioAccount, String twilioToken) {}

  public static Inbox start(Settings settings, Path folder) throws IOException {
    MessageStore store = new MessageStore(folder, CAPACITY, Clock.systemUTC());
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            WORKERS, WORKERS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING));
    workers.allowCoreThreadTimeOut(true);
    HttpServer http = HttpServer.create(settings.http(), WAITING);
    http.setExecutor(workers);
    http.createContext("/", new InboxPage());
    http.createContext(InboxApi.PATH, new InboxApi(store));
    http.createContext(
        TwilioApi.PATH, new TwilioApi(store, settings.twilioAccount(), settings.twilioToken()));
    SmtpReceiver smtp = new SmtpReceiver(store, settings.smtpPort());
    smtp.start();
    http.start();
    return new Inbox(smtp, http, workers);
  }

  /** The port of the page, interesting when a free one was asked for. */
  public int httpPort() {
    return http.getAddress().getPort();
  }

  @Override
  public void close() {
    http.stop(0);
    smtp.stop();
    workers.shutdownNow();
  }
}
