package com.nanospace.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

  @TempDir Path folder;

  @Test
  void signsWithTheLastByNameAndPublishesAll() throws Exception {
    write("2026-01.pem", 2048);
    write("2026-06.pem", 2048);
    write("2026-11.next.pem", 2048);
    Files.writeString(folder.resolve("README"), "not a key");

    SigningKeys keys = keysOf(folder);

    assertThat(keys.current().kid()).isEqualTo("2026-06");
    assertThat(keys.published())
        .extracting(SigningKey::kid)
        .containsExactly("2026-01", "2026-06", "2026-11");
    assertThat(keys.byId("2026-11")).isPresent();
    assertThat(keys.byId("2026-12")).isEmpty();
  }

  @Test
  void keepsTheKidWhenTheNextKeyIsPromoted() throws Exception {
    write("a.pem", 2048);
    write("b.next.pem", 2048);
    var next = keysOf(folder).byId("b").orElseThrow().publicKey();
    Files.move(folder.resolve("b.next.pem"), folder.resolve("b.pem"));

    assertThat(keysOf(folder).current().publicKey()).isEqualTo(next);
  }

  @Test
  void needsAKeyThatSigns() throws Exception {
    write("b.next.pem", 2048);

    assertThatThrownBy(() -> keysOf(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nanospace.tokens.key-folder");
  }

  @Test
  void refusesShortKeysAndWhatIsNone() throws Exception {
    write("short.pem", 1024);
    assertThatThrownBy(() -> keysOf(folder)).hasMessageContaining("at least 2048 bits");

    Files.writeString(
        folder.resolve("short.pem"),
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
    assertThatThrownBy(() -> keysOf(folder)).hasMessageContaining("short is no RSA private key");
  }

  @Test
  void makesOneWithoutAFolder() {
    SigningKeys keys = new SigningKeys(config(Optional.empty()));

    assertThat(keys.published()).containsExactly(keys.current());
  }

  private static SigningKeys keysOf(Path folder) {
    return new SigningKeys(config(Optional.of(folder)));
  }

  private static TokenConfig config(Optional<Path> folder) {
    return new TokenConfig() {
      @Override
      public Optional<Path> keyFolder() {
        return folder;
      }

      @Override
      public Duration accessLifetime() {
        return Duration.ofMinutes(15);
      }
    };
  }

  private void write(String name, int bits) throws NoSuchAlgorithmException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(
                Base64.getMimeEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())));
  }
}
