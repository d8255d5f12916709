package com.nanospace.local.inbox;

import com.nanospace.local.inbox.MailParser.Mail;
import com.nanospace.local.inbox.Message.Channel;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mails over SMTP, on the loopback address, and keeps one message per recipient. */
final class SmtpReceiver {
  private static final int LARGEST_MAIL = 4 << 20;
  private static final int MOST_CONNECTIONS = 50;

  private final MessageStore store;
  private final SMTPServer server;

  SmtpReceiver(MessageStore store, int port) {
    this.store = store;
    this.server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .softwareName("Nano Space inbox")
            .maxMessageSize(LARGEST_MAIL)
            .maxConnections(MOST_CONNECTIONS)
            .messageHandlerFactory(context -> new Delivery())
            .build();
  }

  void start() {
    server.start();
  }

  void stop() {
    server.stop();
  }

  /** One mail on its way in. */
  private final class Delivery implements MessageHandler {
    private final List<String> recipients = new ArrayList<>();

    @Override
    public void from(String sender) {
      recipients.clear();
    }

    @Override
    public void recipient(String recipient) {
      recipients.add(recipient);
    }

    @Override
    public @Nullable String data(InputStream raw) throws IOException, RejectException {
      try {
        Mail mail = MailParser.parse(raw.readAllBytes());
        for (String recipient : recipients) {
          store.add(Channel.EMAIL, recipient, mail.subject(), mail.text(), mail.html());
        }
        return null;
      } catch (MessagingException e) {
        throw new RejectException(554, "This is not a mail: " + e.getMessage());
      }
    }

    @Override
    public void done() {
      recipients.clear();
    }
  }
}
