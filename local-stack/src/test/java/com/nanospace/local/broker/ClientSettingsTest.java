package com.nanospace.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {
  @Test
  void readsTheSecurityOfAClusterAsTheServicesDo() {
    Map<String, Object> settings =
        ClientSettings.of(
            "kafka:9093",
            Map.of(
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_SASL_JAAS_CONFIG", "a login module",
                "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM",
                "KAFKA_BOOTSTRAP_SERVERS", "other:9092",
                "KAFKA_HEAP_OPTS", "-Xmx1g",
                "SSL_CERT_FILE", "/etc/certificates"));

    assertThat(settings)
        .containsOnly(
            Map.entry("bootstrap.servers", "kafka:9093"),
            Map.entry("security.protocol", "SASL_SSL"),
            Map.entry("sasl.jaas.config", "a login module"),
            Map.entry("ssl.truststore.type", "PEM"));
  }
}
