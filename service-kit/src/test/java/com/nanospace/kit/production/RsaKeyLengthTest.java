package com.nanospace.kit.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URL;
import java.net.URLClassLoader;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RsaKeyLengthTest {

  @ParameterizedTest
  @CsvSource({"prod, 3072", "local, 2048", "test, 2048"})
  void asksForMoreInProduction(String profile, int bits) throws Exception {
    SmallRyeConfig config = new SmallRyeConfigBuilder().withProfile(profile).build();
    Thread thread = Thread.currentThread();
    ClassLoader ofTests = thread.getContextClassLoader();
    try (URLClassLoader own = new URLClassLoader(new URL[0], ofTests)) {
      ConfigProviderResolver.instance().registerConfig(config, own);
      thread.setContextClassLoader(own);

      assertThat(RsaKeyLength.required().bits()).isEqualTo(bits);
    } finally {
      thread.setContextClassLoader(ofTests);
      ConfigProviderResolver.instance().releaseConfig(config);
    }
  }
}
