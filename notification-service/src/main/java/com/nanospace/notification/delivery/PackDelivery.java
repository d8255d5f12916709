package com.nanospace.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.notification.channel.Carrier;
import com.nanospace.notification.channel.Parcel;
import com.nanospace.notification.contact.Contact;
import com.nanospace.notification.contact.Contacts;
import com.nanospace.notification.message.Facts;
import com.nanospace.notification.message.Letter;
import com.nanospace.notification.message.Medium;
import com.nanospace.notification.message.OpenCode;
import com.nanospace.notification.message.RenderLetter;
import com.nanospace.notification.otp.CodeVault;
import com.nanospace.notification.otp.SealedCode;
import com.nanospace.notification.preference.Preferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes a delivery ready: decides whether it may go, where to, and in which words. */
@ApplicationScoped
class PackDelivery {

  private final Deliveries deliveries;
  private final Contacts contacts;
  private final Preferences preferences;
  private final CodeVault codes;
  private final RenderLetter letters;
  private final Event<DeliveryProgress> progress;
  private final DeliveryConfig config;
  private final ObjectMapper json;
  private final Clock clock;

  PackDelivery(
      Deliveries deliveries,
      Contacts contacts,
      Preferences preferences,
      CodeVault codes,
      RenderLetter letters,
      Event<DeliveryProgress> progress,
      DeliveryConfig config,
      ObjectMapper json,
      Clock clock) {
    this.deliveries = deliveries;
    this.contacts = contacts;
    this.preferences = preferences;
    this.codes = codes;
    this.letters = letters;
    this.progress = progress;
    this.config = config;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The message ready to go; empty when it is skipped or given up, or no longer this replica's.
   *
   * @throws NotNow when the recipient's contact is not known yet
   */
  @Transactional
  Optional<Packed> pack(Claim claim, Carrier carrier) {
    Optional<Delivery> claimed =
        deliveries
            .findByIdOptional(claim.deliveryId(), LockModeType.PESSIMISTIC_WRITE)
            .filter(delivery -> delivery.isClaimedBy(claim.token()));
    if (claimed.isEmpty()) {
      return Optional.empty();
    }
    Delivery delivery = claimed.get();
    // Whoever lives to note an outcome gives up in time, so the last one died. What kills a sender
    // may do so from here on.
    if (delivery.attempts() > config.attempts()) {
      delivery.abandoned(clock.instant());
      progress.fire(DeliveryProgress.of(delivery));
      return Optional.empty();
    }
    Optional<String> obstacle = obstacle(delivery, carrier);
    Optional<String> address = obstacle.isPresent() ? Optional.empty() : address(delivery);
    if (address.isEmpty()) {
      delivery.skipped(obstacle.orElse("no verified address"), clock.instant());
      progress.fire(DeliveryProgress.of(delivery));
      return Optional.empty();
    }
    delivery.addressTo(address.get());
    Letter letter = letters.render(delivery.notice(), facts(delivery), greeting(delivery));
    return Optional.of(
        new Packed(
            new Parcel(delivery.id(), address.get(), letter), delivery.notice(), delivery.cause()));
  }

  private Optional<String> obstacle(Delivery delivery, Carrier carrier) {
    if (delivery.isExpired(clock.instant())) {
      return Optional.of(Deliveries.CODE_EXPIRED);
    }
    if (!carrier.isOn()) {
      return Optional.of(delivery.medium().wireName() + " is not configured");
    }
    boolean wanted =
        delivery
            .userId()
            .map(user -> preferences.allow(user, delivery.notice().kind(), delivery.medium()))
            .orElse(true);
    return wanted ? Optional.empty() : Optional.of("switched off by the recipient");
  }

  private Optional<String> address(Delivery delivery) {
    return delivery.address().or(() -> addressOf(contact(delivery), delivery.medium()));
  }

  /** A phone has to be verified: text messages cost, and may not go to strangers. */
  private static Optional<String> addressOf(Contact contact, Medium medium) {
    return medium == Medium.SMS
        ? contact.phone().filter(phone -> contact.isPhoneVerified())
        : contact.email();
  }

  private Contact contact(Delivery delivery) {
    UUID userId = delivery.userId().orElseThrow();
    return contacts
        .findByIdOptional(userId)
        .orElseThrow(() -> new NotNow("the recipient's contact is not known yet"));
  }

  private String greeting(Delivery delivery) {
    return delivery
        .userId()
        .flatMap(contacts::findByIdOptional)
        .flatMap(Contact::fullName)
        .orElse("");
  }

  private Facts facts(Delivery delivery) {
    return delivery.sealedCode().isPresent()
        ? openCode(delivery)
        : read(delivery.facts(), delivery.notice().facts());
  }

  private OpenCode openCode(Delivery delivery) {
    Instant expiresAt = delivery.expiresAt().orElseThrow();
    UUID otpId = UUID.fromString(read(delivery.facts(), JsonNode.class).path("otp_id").asText());
    String code = codes.open(new SealedCode(otpId, delivery.sealedCode().orElseThrow(), expiresAt));
    Duration left = Duration.between(clock.instant(), expiresAt);
    return new OpenCode(code, left.plusSeconds(59).toMinutes());
  }

  private <T> T read(String facts, Class<T> type) {
    try {
      return json.readValue(facts, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The facts do not fit " + type.getSimpleName(), e);
    }
  }
}
