package com.nanospace.local.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Takes a mail apart: the subject and the first text and HTML bodies, whatever their nesting. */
final class MailParser {
  private static final int DEEPEST = 20;

  private @Nullable String text;
  private @Nullable String html;

  private MailParser() {}

  /** The parts of a mail that the inbox shows. */
  record Mail(@Nullable String subject, @Nullable String text, @Nullable String html) {}

  static Mail parse(byte[] raw) throws MessagingException, IOException {
    MimeMessage message =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    MailParser parser = new MailParser();
    parser.visit(message, 0);
    return new Mail(message.getSubject(), parser.text, parser.html);
  }

  private void visit(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return;
    }
    if (part.isMimeType("multipart/*")) {
      if (part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          visit(parts.getBodyPart(i), depth + 1);
        }
      }
    } else if (part.isMimeType("text/html")) {
      html = html == null ? String.valueOf(part.getContent()) : html;
    } else if (part.isMimeType("text/*")) {
      text = text == null ? String.valueOf(part.getContent()) : text;
    }
  }
}
