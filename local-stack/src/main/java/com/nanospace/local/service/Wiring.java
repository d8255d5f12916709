package com.nanospace.local.service;

import com.nanospace.local.DataFolder;
import com.nanospace.local.keys.Secrets;
import com.nanospace.local.postgres.PostgresServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The environment of each service: who listens where, and with which keys. */
public final class Wiring {
  public static final String TWILIO_ACCOUNT = "AC00000000000000000000000000000000";
  private static final String DEVELOPMENT_ORIGINS =
      "http://localhost:3000,http://localhost:4200,http://localhost:5173,http://localhost:8081";

  private final Layout layout;
  private final PostgresServer postgres;
  private final String kafka;
  private final int smtpPort;
  private final String inboxUrl;
  private final Secrets secrets;
  private final DataFolder data;

  public Wiring(
      Layout layout,
      PostgresServer postgres,
      String kafka,
      int smtpPort,
      String inboxUrl,
      Secrets secrets,
      DataFolder data) {
    this.layout = layout;
    this.postgres = postgres;
    this.kafka = kafka;
    this.smtpPort = smtpPort;
    this.inboxUrl = inboxUrl;
    this.secrets = secrets;
    this.data = data;
  }

  /**
   * What a process is told. {@code NANOSPACE_…} variables of {@code outside} are left as they are,
   * so that a person can try another setting.
   */
  public Map<String, String> environment(Replica replica, Map<String, String> outside) {
    Map<String, String> environment = new HashMap<>(defaults(replica.service()));
    environment.keySet().removeAll(outside.keySet());
    environment.putAll(connections(replica));
    return environment;
  }

  private Map<String, String> connections(Replica replica) {
    Map<String, String> environment = new HashMap<>();
    Service service = replica.service();
    Endpoint own = replica.endpoint();
    environment.put("QUARKUS_PROFILE", "local");
    environment.put("QUARKUS_HTTP_HOST", own.host());
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(own.port()));
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(own.managementPort()));
    for (Service other : called(service)) {
      environment.put("NANOSPACE_" + other.name() + "_URL", layout.url(other));
    }
    if (service.hasDatabase()) {
      environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.url(service.database()));
      environment.put("QUARKUS_DATASOURCE_USERNAME", service.database());
      environment.put(
          "QUARKUS_DATASOURCE_PASSWORD", secrets.secret("database-" + service.database()));
    }
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    if (layout.isReplicated()) {
      // Long enough for a balancer to see that one goes before it goes, with two answers that take
      // as long as it waits for them; and for the gateway to have closed the connections that it
      // does not use.
      environment.put("QUARKUS_SHUTDOWN_DELAY", "5s");
      environment.put("NANOSPACE_PROXY_KEEP_ALIVE", "1S");
    }
    if (service == Service.GATEWAY && layout.isReplicated()) {
      environment.put("NANOSPACE_LIMITS_SHARED", "true");
      environment.put("NANOSPACE_LIMITS_DATABASE_URL", postgres.url(service.database()));
      environment.put("NANOSPACE_LIMITS_DATABASE_PASSWORD", secrets.secret("database-gateway"));
    }
    // Else each consumer waits two seconds before it closes; what it held is delivered again.
    environment.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_GRACEFUL_SHUTDOWN", "false");
    return environment;
  }

  /** Identity is asked by everyone, for the keys that tokens are signed with. */
  private static Set<Service> called(Service service) {
    return switch (service) {
      case IDENTITY, NOTIFICATION -> Set.of(Service.IDENTITY);
      case PROPERTY -> Set.of(Service.IDENTITY, Service.BOOKING);
      case BOOKING -> Set.of(Service.IDENTITY, Service.PROPERTY);
      case GATEWAY ->
          Set.of(Service.IDENTITY, Service.PROPERTY, Service.BOOKING, Service.NOTIFICATION);
    };
  }

  private Map<String, String> defaults(Service service) {
    return switch (service) {
      case IDENTITY ->
          Map.of(
              "NANOSPACE_ADMIN_EMAIL",
              Admin.EMAIL,
              "NANOSPACE_ADMIN_PASSWORD",
              Admin.PASSWORD,
              "NANOSPACE_TOKENS_KEY_FOLDER",
              secrets.tokenKeys().toString(),
              "NANOSPACE_OTP_HASH_SECRET",
              secrets.secret("otp-hash"),
              "NANOSPACE_OTP_ENCRYPTION_KEY",
              secrets.otpPublicKey().toString(),
              // On one machine everybody has the same address.
              "NANOSPACE_OTP_SENDS_PER_ADDRESS_AN_HOUR",
              "100000",
              "NANOSPACE_OTP_WRONG_TRIES_PER_ADDRESS_AN_HOUR",
              "100000");
      case PROPERTY ->
          Map.of(
              "NANOSPACE_STORAGE_KIND",
              "local",
              "NANOSPACE_STORAGE_LOCAL_FOLDER",
              data.images().toString());
      case BOOKING -> Map.of();
      case NOTIFICATION ->
          Map.of(
              "NANOSPACE_OTP_DECRYPTION_KEY",
              secrets.otpPrivateKey().toString(),
              "QUARKUS_MAILER_HOST",
              "127.0.0.1",
              "QUARKUS_MAILER_PORT",
              String.valueOf(smtpPort),
              "NANOSPACE_SMS_TWILIO_ENABLED",
              "true",
              "NANOSPACE_SMS_TWILIO_BASE_URL",
              inboxUrl,
              "NANOSPACE_SMS_TWILIO_ACCOUNT_SID",
              TWILIO_ACCOUNT,
              "NANOSPACE_SMS_TWILIO_AUTH_TOKEN",
              secrets.secret("twilio"),
              "NANOSPACE_SMS_TWILIO_FROM",
              "+15005550006");
      case GATEWAY -> Map.of("NANOSPACE_CORS_ORIGINS", DEVELOPMENT_ORIGINS);
    };
  }
}
