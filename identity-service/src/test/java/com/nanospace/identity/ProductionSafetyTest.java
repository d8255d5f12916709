package com.nanospace.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.identity.account.AdminConfig;
import com.nanospace.identity.otp.OtpConfig;
import com.nanospace.identity.token.TokenConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionSafetyTest {

  @Test
  void acceptsSecretsOfItsOwn() {
    assertThatCode(() -> safety(production()).requireOwnSecrets()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "nanospace.admin.password, Admin@123",
    "nanospace.otp.hash-secret, development-only-secret-of-one-time-codes",
    "nanospace.tokens.key-folder, ''"
  })
  void namesTheKeyThatIsMissingOrKnownToEverybody(String key, String value) {
    Map<String, String> config = production();
    config.put(key, value);

    assertThatThrownBy(() -> safety(config).requireOwnSecrets())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(key);
  }

  private static Map<String, String> production() {
    Map<String, String> config = new HashMap<>();
    config.put("nanospace.admin.email", "root@example.com");
    config.put("nanospace.admin.password", "a password of our own");
    config.put("nanospace.otp.hash-secret", "0123456789abcdef0123456789abcdef");
    config.put("nanospace.otp.encryption-key", "/keys/otp.pem");
    config.put("nanospace.tokens.key-folder", "/keys/tokens");
    return config;
  }

  private static ProductionSafety safety(Map<String, String> values) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withSources(new PropertiesConfigSource(values, "test", 100))
            .withMapping(AdminConfig.class)
            .withMapping(TokenConfig.class)
            .withMapping(OtpConfig.class)
            .build();
    return new ProductionSafety(
        config.getConfigMapping(AdminConfig.class),
        config.getConfigMapping(TokenConfig.class),
        config.getConfigMapping(OtpConfig.class));
  }
}
