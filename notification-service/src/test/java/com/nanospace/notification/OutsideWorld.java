package com.nanospace.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses where the mailbox and Twilio of the tests will listen, and makes the key of the codes.
 * Tests find them by system properties, for this class is loaded by another class loader than they.
 */
public final class OutsideWorld implements QuarkusTestResourceLifecycleManager {

  static final String SMTP_PORT = "nanospace.test.smtp-port";
  static final String TWILIO_PORT = "nanospace.test.twilio-port";
  static final String OTP_PUBLIC_KEY = "nanospace.test.otp-public-key";
  static final String TWILIO_ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  static final String TWILIO_TOKEN = "a-token-of-the-tests";

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    config.put("quarkus.mailer.host", "localhost");
    config.put("quarkus.mailer.port", port(SMTP_PORT));
    config.put("nanospace.otp.decryption-key", otpKey().toString());
    config.put("nanospace.sms.twilio.enabled", "true");
    config.put("nanospace.sms.twilio.base-url", "http://localhost:" + port(TWILIO_PORT));
    config.put("nanospace.sms.twilio.account-sid", TWILIO_ACCOUNT);
    config.put("nanospace.sms.twilio.auth-token", TWILIO_TOKEN);
    config.put("nanospace.sms.twilio.from", "+15005550006");
    config.put("nanospace.notification.enquiries-to", "desk@nanospace.test");
    config.put("nanospace.delivery.poll-interval", "100ms");
    config.put("nanospace.delivery.attempts", "3");
    config.put("nanospace.delivery.first-delay", "20ms");
    config.put("nanospace.delivery.first-rest", "50ms");
    config.put("nanospace.delivery.max-rest", "200ms");
    config.put("nanospace.mail.reply-timeout", "2s");
    config.put("nanospace.mail.send-timeout", "5s");
    config.put("nanospace.sms.twilio.reply-timeout", "2s");
    config.put("nanospace.intake.first-delay", "20ms");
    return config;
  }

  @Override
  public void stop() {
    // What the tests start ends with the JVM.
  }

  private static String port(String property) {
    String known = System.getProperty(property);
    if (known != null) {
      return known;
    }
    String free = String.valueOf(freePort());
    System.setProperty(property, free);
    return free;
  }

  /** Below the range that outgoing connections use: it stays free until a test listens there. */
  private static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // Try another one.
      }
    }
  }

  private static Path otpKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      Path file = Files.createTempFile("nanospace-otp", ".pem");
      file.toFile().deleteOnExit();
      Files.writeString(
          file,
          "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
              .formatted(Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())));
      System.setProperty(
          OTP_PUBLIC_KEY, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
      return file;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
