package com.nanospace.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A real SMTP server and the mails it took; it can go away and come back. */
public final class Mailbox {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static GreenMail server;

  private Mailbox() {}

  /** A mail as its reader sees it. */
  public record Mail(String subject, String text, String html, MimeMessage raw) {

    public String header(String name) {
      try {
        return raw.getHeader(name, null);
      } catch (MessagingException e) {
        throw new AssertionError(e);
      }
    }
  }

  public static synchronized void open() {
    if (server == null) {
      int port = Integer.getInteger(OutsideWorld.SMTP_PORT);
      server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
      server.start();
    }
  }

  public static synchronized void close() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }

  /** Waits for exactly so many mails to that address. */
  public static List<Mail> await(String address, int count) {
    return await(address, PATIENCE, count);
  }

  /** Waits for one mail to that address. */
  public static Mail awaitOne(String address) {
    return await(address, 1).getFirst();
  }

  public static List<Mail> to(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> isTo(mail, address))
        .map(Mailbox::read)
        .toList();
  }

  private static List<Mail> await(String address, Duration patience, int count) {
    return org.awaitility.Awaitility.await("mails to " + address)
        .atMost(patience)
        .until(() -> to(address), mails -> mails.size() == count);
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return Arrays.stream(mail.getRecipients(RecipientType.TO))
          .anyMatch(to -> to.toString().equalsIgnoreCase(address));
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static Mail read(MimeMessage mail) {
    try {
      return new Mail(mail.getSubject(), part(mail, "text/plain"), part(mail, "text/html"), mail);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent().toString();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        String found = part(inner, type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }
}
