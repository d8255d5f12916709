package com.nanospace.notification.channel;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The client beneath Quarkus' mailer, configured by the same {@code quarkus.mailer} keys.
 *
 * <p>Quarkus' own one sets no socket timeout, and its pool of connections is shared: connections to
 * a server that went silent stay in it for ever, and a send that waits for one may never be told.
 * Here each mail has a client, and with it a connection, of its own, which ends with the mail.
 */
@ApplicationScoped
class SmtpClient {

  private final Vertx vertx;
  private final io.vertx.ext.mail.MailConfig options;
  private final Duration sendTimeout;
  private final String from;

  SmtpClient(
      Vertx vertx,
      MailersRuntimeConfig mailers,
      MailConfig timeouts,
      TlsConfigurationRegistry tls) {
    MailerRuntimeConfig mailer = Objects.requireNonNull(mailers.mailers().get("<default>"));
    this.vertx = vertx;
    this.options = options(mailer, timeouts, tls);
    this.sendTimeout = timeouts.sendTimeout();
    this.from = mailer.from().orElseThrow();
  }

  /** Who the mails are from: an address, or a name and an address in angle brackets. */
  String from() {
    return from;
  }

  Duration longestSend() {
    return sendTimeout;
  }

  /** Sends the mail and waits for the server's last word. */
  MailResult send(MailMessage mail)
      throws ExecutionException, InterruptedException, TimeoutException {
    MailClient client = MailClient.create(vertx, options);
    try {
      return client
          .sendMail(mail)
          .toCompletionStage()
          .toCompletableFuture()
          .get(sendTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      client.close();
    }
  }

  private static io.vertx.ext.mail.MailConfig options(
      MailerRuntimeConfig mailer, MailConfig timeouts, TlsConfigurationRegistry tls) {
    boolean ssl = mailer.tls().orElse(false);
    var options = new io.vertx.ext.mail.MailConfig();
    options
        .setHostname(mailer.host())
        .setPort(mailer.port().orElse(ssl ? 465 : 25))
        .setSsl(ssl)
        .setStarttls(StartTLSOptions.valueOf(mailer.startTLS().toUpperCase(Locale.ROOT)))
        .setLogin(LoginOption.valueOf(mailer.login().toUpperCase(Locale.ROOT)))
        .setMaxPoolSize(1)
        .setKeepAlive(false)
        .setConnectTimeout(Math.toIntExact(timeouts.connectTimeout().toMillis()))
        .setIdleTimeout(Math.toIntExact(timeouts.replyTimeout().toMillis()))
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    mailer.username().ifPresent(options::setUsername);
    mailer.password().ifPresent(options::setPassword);
    mailer.authMethods().ifPresent(options::setAuthMethods);
    mailer.ownHostName().ifPresent(options::setOwnHostname);
    mailer
        .tlsConfigurationName()
        .flatMap(tls::get)
        .ifPresent(trusted -> TlsConfigUtils.configure(options, trusted));
    return options;
  }
}
