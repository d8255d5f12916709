package com.nanospace.identity.otp.messaging;

import com.nanospace.identity.otp.IssuedCode;
import com.nanospace.kit.outbox.NewEvent;
import com.nanospace.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Puts codes on {@code identity.otp.v1}, with the running transaction. */
@ApplicationScoped
public class OtpEvents {

  private static final String TOPIC = "identity.otp.v1";
  private static final String ISSUED = "com.nanospace.otp.issued.v1";

  private final Outbox outbox;
  private final CodeCipher cipher;

  OtpEvents(Outbox outbox, CodeCipher cipher) {
    this.outbox = outbox;
    this.cipher = cipher;
  }

  public void publish(IssuedCode issued) {
    outbox.append(
        new NewEvent(
            TOPIC,
            issued.id().toString(),
            ISSUED,
            new Payload(
                issued.id(),
                issued.channel().wireName(),
                issued.recipient(),
                issued.purpose().wireName(),
                cipher.encrypt(issued.id(), issued.code()),
                issued.expiresAt(),
                issued.issuedAt())));
  }

  /** A code on the wire, as {@code com.nanospace.otp.issued.v1.schema.json} promises it. */
  record Payload(
      UUID otpId,
      String channel,
      String recipient,
      String purpose,
      String codeJwe,
      Instant expiresAt,
      Instant occurredAt) {}
}
