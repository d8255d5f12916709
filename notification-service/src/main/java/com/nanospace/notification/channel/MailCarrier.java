package com.nanospace.notification.channel;

import com.nanospace.notification.message.Letter;
import com.nanospace.notification.message.Medium;
import com.nanospace.notification.message.OneLine;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Mail by SMTP. */
@ApplicationScoped
class MailCarrier implements Carrier {

  /** Stricter than RFC 5321 allows: whatever could end a header or a command is no address. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s\\p{C}<>()\\[\\],;:\\\\\"@]{1,64}@[^\\s\\p{C}<>()\\[\\],;:\\\\\"@]{1,253}");

  private final SmtpClient smtp;

  MailCarrier(SmtpClient smtp) {
    this.smtp = smtp;
  }

  @Override
  public Medium medium() {
    return Medium.EMAIL;
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Duration longestSend() {
    return smtp.longestSend();
  }

  @Override
  public Outcome carry(Parcel parcel) {
    if (!ADDRESS.matcher(parcel.address()).matches()) {
      return new Outcome.Refused("not an e-mail address");
    }
    try {
      return new Outcome.Sent(smtp.send(mail(parcel)).getMessageID());
    } catch (ExecutionException e) {
      return outcomeOf(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      return new Outcome.Unsure("the SMTP server took too long");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unsure("interrupted by a shutdown");
    } catch (RuntimeException e) {
      return outcomeOf(e);
    }
  }

  private MailMessage mail(Parcel parcel) {
    Letter letter = parcel.letter();
    return new MailMessage(smtp.from(), parcel.address(), letter.subject(), letter.text())
        .setHtml(letter.html())
        .addHeader("Message-ID", messageId(parcel.id()))
        .addHeader("Auto-Submitted", "auto-generated");
  }

  /** The same for each copy of a delivery: mailboxes that compare it show one. */
  private String messageId(UUID delivery) {
    String from = smtp.from();
    return "<%s@%s>".formatted(delivery, from.substring(from.indexOf('@') + 1).replace(">", ""));
  }

  private static Outcome outcomeOf(Throwable failure) {
    return switch (failure) {
      case SMTPException refusal -> outcomeOf(refusal);
      case ConnectException gone -> new Outcome.Away("no connection to the SMTP server");
      case UnknownHostException gone -> new Outcome.Away("the SMTP server has no address");
      case SSLException wrong -> new Outcome.Away("no TLS with the SMTP server");
      case SocketException broken -> new Outcome.Unsure("the SMTP server closed the connection");
      default -> new Outcome.Unsure(describe(failure));
    };
  }

  /**
   * A refusal of the recipient or of the content is about this mail, also when the server hangs up
   * over it (421): if that cost no try, one such mail could keep all others waiting. A refusal of
   * anything else (greeting, TLS, login, sender) would meet every mail, so the mails wait until it
   * is mended.
   */
  private static Outcome outcomeOf(SMTPException refusal) {
    String reason = "SMTP %d %s".formatted(refusal.getReplyCode(), refusal.getReplyMessage());
    if (!isAboutThisMail(refusal)) {
      return new Outcome.Away(OneLine.of(reason));
    }
    return refusal.isPermanent()
        ? new Outcome.Refused(OneLine.of(reason))
        : new Outcome.Deferred(OneLine.of(reason));
  }

  private static boolean isAboutThisMail(SMTPException refusal) {
    @Nullable String message = refusal.getMessage();
    return message != null
        && (message.startsWith("recipient address not accepted")
            || message.startsWith("DATA command not accepted")
            || message.startsWith("sending data failed"));
  }

  private static String describe(Throwable failure) {
    return OneLine.of("%s: %s".formatted(failure.getClass().getSimpleName(), failure.getMessage()));
  }
}
