package com.nanospace.notification.otp.messaging;

import com.nanospace.kit.inbox.EventIntake;
import com.nanospace.kit.inbox.ReceivedEvent;
import com.nanospace.kit.inbox.UnreadableEvent;
import com.nanospace.notification.delivery.Notify;
import com.nanospace.notification.message.Medium;
import com.nanospace.notification.message.Notice;
import com.nanospace.notification.otp.CodeVault;
import com.nanospace.notification.otp.UnopenableCode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Sends one-time codes on their way. */
@ApplicationScoped
class OtpEventsConsumer {

  private static final String ISSUED = "com.nanospace.otp.issued.v1";

  private final EventIntake intake;
  private final CodeVault codes;
  private final Notify notify;

  OtpEventsConsumer(EventIntake intake, CodeVault codes, Notify notify) {
    this.intake = intake;
    this.codes = codes;
    this.notify = notify;
  }

  @Incoming("otp-events")
  @Blocking
  void on(ConsumerRecord<String, byte[]> record) {
    intake.take("notification", record, this::apply);
  }

  private void apply(ReceivedEvent event) {
    if (event.type().equals(ISSUED)) {
      OtpIssued otp = event.as(OtpIssued.class);
      checkThatItOpens(otp);
      notify.code(event.id(), notice(otp), medium(otp), otp.recipient(), otp.sealedCode());
    }
  }

  /** A code that can't be opened now can't be later: it belongs into the dead letters. */
  private void checkThatItOpens(OtpIssued otp) {
    try {
      codes.open(otp.sealedCode());
    } catch (UnopenableCode e) {
      throw new UnreadableEvent("A code that is not for this service", e);
    }
  }

  private static Notice notice(OtpIssued otp) {
    return switch (otp.purpose()) {
      case "verify" -> Notice.VERIFICATION_CODE;
      case "reset" -> Notice.RESET_CODE;
      default -> throw new UnreadableEvent("Unknown purpose of a code: " + otp.purpose(), null);
    };
  }

  private static Medium medium(OtpIssued otp) {
    return switch (otp.channel()) {
      case "email" -> Medium.EMAIL;
      case "sms" -> Medium.SMS;
      default -> throw new UnreadableEvent("Unknown channel of a code: " + otp.channel(), null);
    };
  }
}
